package luohu.access;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Who can reach the service.
 *
 * @param host the address it listens on, or a name of it
 */
public record Exposure(String host) {

    /** Whether other machines can; an address nobody can resolve counts as one that they can. */
    public boolean reachable() {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return true;
                }
            }
            return false;
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
