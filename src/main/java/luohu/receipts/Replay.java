package luohu.receipts;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import luohu.facts.FactSchema;
import luohu.library.PackageLibrary;
import luohu.packages.PackageFiles;
import luohu.request.EvaluationRequest;
import luohu.request.InvalidRequestException;
import luohu.request.RequestReader;
import luohu.service.AnswerJson;
import luohu.service.AnswerWriter;
import luohu.service.EvaluationService;
import luohu.service.Refusal;
import luohu.service.Refusal.Refused;

/** Decides a request again with the very package that decided it, and compares the answers byte for byte. */
public final class Replay {

    private final List<PackageFiles> packages;
    private final FactSchema schema;
    private final Clock clock;

    /**
     * @param packages the packages at hand
     * @param schema the facts
     * @param clock says what today is, which births must not be after
     */
    public Replay(List<PackageFiles> packages, FactSchema schema, Clock clock) {
        this.packages = List.copyOf(packages);
        this.schema = schema;
        this.clock = clock;
    }

    /** Whether the package is at hand, and whether deciding again gives the same bytes. */
    List<Step> steps(Statement statement, byte[] request, byte[] answer) {
        String name = statement.packageId() + " " + statement.packageDigest();
        Optional<PackageFiles> files = packages.stream()
                .filter(each -> each.digest().equals(statement.packageDigest()))
                .findFirst();
        if (files.isEmpty()) {
            return List.of(
                    Step.open(
                            "规则包",
                            "package-not-at-hand",
                            "手头没有 " + name + "；" + others(statement.packageId()) + "请取得该规则包当时的文件，用 --rules 指明所在的规则目录。"),
                    Step.open("重现", "not-replayed", "没有做：须有当时的规则包。"));
        }
        return List.of(Step.holds("规则包", name), again(statement, files.get(), request, answer));
    }

    private Step again(Statement statement, PackageFiles files, byte[] request, byte[] answer) {
        byte[] replayed;
        try {
            replayed = decide(statement, files, request);
        } catch (Refused refused) {
            return Step.fails(
                    "重现", "replay-refused", "重新评估被拒绝：" + refused.refusal().detail());
        }
        int differs = Arrays.mismatch(answer, replayed);
        return differs < 0
                ? Step.holds("重现", "按 " + statement.effectiveDate() + " 重新评估，答复逐字节相同")
                : Step.fails(
                        "重现",
                        "replay-differs",
                        "按 " + statement.effectiveDate() + " 重新评估，答复从第 " + (differs + 1) + " 个字节起不同；回执由程序版本 "
                                + statement.serviceVersion() + " 签发，请用这一版本核对。");
    }

    private byte[] decide(Statement statement, PackageFiles files, byte[] request) {
        PackageLibrary library = PackageLibrary.of(List.of(files), schema);
        try {
            EvaluationRequest read = new RequestReader(clock)
                    .read(request)
                    .completed(statement.effectiveDate(), statement.packageId(), statement.packageDigest());
            return new AnswerWriter(AnswerJson.mapper())
                    .bytes(new EvaluationService(() -> library, clock).decide(read));
        } catch (InvalidRequestException e) {
            throw Refusal.of(e);
        }
    }

    /** The digests at hand of the package of an id. */
    private String others(String id) {
        String digests = packages.stream()
                .filter(each -> each.folder().replace('/', '-').equals(id))
                .map(PackageFiles::digest)
                .collect(Collectors.joining("、"));
        return digests.isEmpty() ? "这个 id 的规则包一个也没有。" : "手头的 " + id + " 是 " + digests + "。";
    }
}
