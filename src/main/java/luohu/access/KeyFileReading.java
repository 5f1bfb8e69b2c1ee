package luohu.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import luohu.binding.Fault;
import luohu.binding.RecordReader;
import luohu.binding.YamlSource;

/**
 * What was to be read in a file of keys at one time. The file is a list in YAML, one {@link AccessKey} an entry; {@code []} says
 * that nobody holds a key, while a file without any content counts as broken.
 *
 * @param text the content; empty when it could not be read
 * @param keys the keys; none when anything is wrong
 * @param findings what is wrong and how to mend it, in Chinese, each with its line; they repeat nothing of the file
 */
record KeyFileReading(String text, AccessKeys keys, List<String> findings) {

    static KeyFileReading of(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException | SecurityException e) {
            return new KeyFileReading(
                    "",
                    new AccessKeys(List.of()),
                    List.of("密钥文件 " + file + " 读不出来；请检查路径和读取权限，文件应为 UTF-8。还没有密钥的，用 ./luohu key 名称 生成。"));
        }
        return of(file.getFileName().toString(), text);
    }

    private static KeyFileReading of(String name, String text) {
        YamlSource source = YamlSource.of(text);
        List<Fault> faults = new ArrayList<>(source.faults());
        List<AccessKey> keys = new ArrayList<>();
        if (source.tree() != null && !source.tree().isArray()) {
            faults.add(new Fault("", "wrong-type", "密钥文件应是一个列表，每项以“- ”开头；./luohu key 会给出要写的一行。"));
        } else if (source.tree() != null) {
            read(source.tree(), keys, faults);
        }
        List<String> findings = faults.stream()
                .map(fault -> name + ":" + source.line(fault.pointer()) + ": " + fault.code() + " " + words(fault))
                .toList();
        return new KeyFileReading(text, new AccessKeys(findings.isEmpty() ? List.copyOf(keys) : List.of()), findings);
    }

    /** What a YAML parser says can quote the text, which might be a key in the wrong place. */
    private static String words(Fault fault) {
        return fault.code().equals("malformed-yaml") ? "不是合法的 YAML，或者是空的；请检查缩进、引号和冒号后的空格。" : fault.message();
    }

    private static void read(JsonNode list, List<AccessKey> keys, List<Fault> faults) {
        Set<String> hashes = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String at = Fault.child("", Integer.toString(i));
            RecordReader reader = new RecordReader();
            AccessKey key = list.get(i).isNull() ? null : reader.read(list.get(i), AccessKey.class);
            reader.faults()
                    .forEach(fault -> faults.add(new Fault(at + fault.pointer(), fault.code(), fault.message())));
            if (key == null) {
                if (reader.faults().isEmpty()) {
                    faults.add(new Fault(at, "null-item", "这一项是空的；请删去或者补全。"));
                }
                continue;
            }
            if (key.name() != null && !AccessKey.isName(key.name())) {
                faults.add(new Fault(at + "/name", "bad-name", "名称应为 1 至 64 个字符，只用汉字、字母、数字和 . _ -。"));
            }
            if (key.hash() != null && !AccessKey.HASH.matcher(key.hash()).matches()) {
                faults.add(new Fault(at + "/hash", "bad-hash", "hash 应为 sha256: 加 64 个小写十六进制数字；不要写密钥本身，写了的请作废并换一个。"));
            } else if (key.hash() != null && !hashes.add(key.hash())) {
                faults.add(new Fault(at + "/hash", "duplicate-key", "同一个密钥写了两次；请删去其中一项。"));
            }
            keys.add(key);
        }
    }
}
