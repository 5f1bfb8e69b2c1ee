package luohu.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a file.
 *
 * @param keys the keys, each hash once
 */
record AccessKeys(List<AccessKey> keys) {

    /** Who holds a key that has not expired. Every hash is compared, each in the same time whatever it has in common. */
    Optional<String> holder(String key, LocalDate day) {
        byte[] presented = AccessKey.hashOf(key).getBytes(StandardCharsets.US_ASCII);
        String holder = null;
        for (AccessKey each : keys) {
            boolean same = MessageDigest.isEqual(presented, each.hash().getBytes(StandardCharsets.US_ASCII));
            if (same & each.holdsOn(day)) {
                holder = each.name();
            }
        }
        return Optional.ofNullable(holder);
    }
}
