package luohu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import luohu.binding.Formats;
import luohu.binding.RecordReader;
import luohu.binding.YamlSource;
import luohu.packages.City;
import luohu.packages.PackageFiles;
import luohu.schema.PackageSchemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a package. */
@Command(
        name = "new",
        header = "新建一个规则包：通过检查，带第一个情形，从这里改起。",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        description = {"文件写在规则目录的 <城市>/<日期>/ 里，已有的文件不会被改动。", "已经有规则包的城市只写名称；新的城市还要写 --code 和 --pinyin。"},
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        footer = {
            "  ./luohu new 威海 2026-10-21                              威海的下一份文件",
            "  ./luohu new 海棠 2026-01-01 --code 990100 --pinyin haitang    新的城市",
            "  ./luohu new 淄博 2026-draft                              征求意见稿"
        })
final class NewCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private Workshop workshop;

    @Parameters(index = "0", paramLabel = "城市", description = "城市的名称、代码或者拼音")
    private String cityName;

    @Parameters(index = "1", paramLabel = "日期", description = "施行的第一日，例如 2026-01-01；征求意见稿写作 2026-draft")
    private String date;

    @Option(names = "--code", paramLabel = "代码", description = "新城市的六位区划代码，末两位为 00")
    private String code;

    @Option(names = "--pinyin", paramLabel = "拼音", description = "新城市的拼音，小写字母，用作文件夹名")
    private String pinyin;

    NewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path root = workshop.directory();
        if (root == null) {
            throw new CommandFailure("这里没有规则目录；请用 --rules 指定一个。");
        }
        LocalDate from = Formats.date(date).orElse(null);
        if (from == null && !date.matches("[0-9]{4}-draft")) {
            throw new CommandFailure("日期应写作 2026-01-01，并且是实际存在的日子；征求意见稿写作 2026-draft。");
        }
        PackageFiles files = PackageTemplate.of(city(), date, from);
        Path folder = root.resolve(files.folder());
        if (Files.exists(folder)) {
            throw new CommandFailure(folder + " 已经存在，没有改动它；请换一个日期，或者直接修改其中的文件。");
        }
        for (Map.Entry<String, String> file : files.texts().entrySet()) {
            write(folder.resolve(file.getKey()), file.getValue());
        }
        PackageSchemas schemas = new PackageSchemas();
        writeOnce(root.resolve("schema/package.schema.json"), schemas.packageSchema());
        writeOnce(root.resolve("schema/scenarios.schema.json"), schemas.scenarioSchema());
        terminal.out().println();
        terminal.out().println("接下来：");
        terminal.out().println("  1. 把各文件里〔……〕的地方改写成文件的内容（写法见 docs/规则编写指南.md）；");
        terminal.out().println("  2. ./luohu check " + folder + "  检查写法；");
        terminal.out().println("  3. ./luohu test " + folder + "   运行情形；");
        terminal.out().println("  4. ./luohu mutate " + folder + " 看情形够不够。");
        return ExitCode.OK;
    }

    private void write(Path target, String text) throws IOException {
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
        terminal.out().println("已写 " + target);
    }

    /** By these schemas, to which the first lines of the files point, editors complete and check. */
    private void writeOnce(Path target, String text) throws IOException {
        if (!Files.exists(target)) {
            write(target, text);
        }
    }

    private City city() {
        City known = known(city -> List.of(city.name(), city.name().replaceFirst("市$", ""), city.code(), city.pinyin())
                        .contains(cityName))
                .orElse(null);
        if (known != null) {
            boolean same =
                    (code == null || code.equals(known.code())) && (pinyin == null || pinyin.equals(known.pinyin()));
            if (!same) {
                throw new CommandFailure(known.name() + "已有规则包，代码是 " + known.code() + "，拼音是 " + known.pinyin()
                        + "；请去掉 --code 和 --pinyin。");
            }
            return known;
        }
        if (code == null || pinyin == null) {
            throw new CommandFailure("还没有“" + cityName + "”的规则包；新的城市请写明 --code 六位区划代码 和 --pinyin 拼音。");
        } else if (!Formats.isDivisionCode(code) || !code.endsWith("00")) {
            throw new CommandFailure("--code 应为六位区划代码，末两位为 00，例如 371000。");
        } else if (!pinyin.matches("[a-z]+") || pinyin.equals("schema")) {
            throw new CommandFailure("--pinyin 应为小写字母，例如 weihai；schema 另有用处，不能用。");
        } else if (!cityName.matches("\\p{IsHan}+")) {
            throw new CommandFailure("新的城市请写中文名称，例如 威海。");
        }
        known(city -> city.code().equals(code) || city.pinyin().equals(pinyin)).ifPresent(other -> {
            throw new CommandFailure("代码 " + other.code() + " 和拼音 " + other.pinyin() + " 已经属于" + other.name()
                    + "；请改正 --code 或者 --pinyin。");
        });
        return new City(code, cityName.endsWith("市") ? cityName : cityName + "市", pinyin);
    }

    /** The first city of the packages that are there that passes a test. */
    private Optional<City> known(Predicate<City> test) {
        return workshop.all().stream()
                .map(NewCommand::city)
                .flatMap(Optional::stream)
                .filter(test)
                .findFirst();
    }

    private static Optional<City> city(PackageFiles files) {
        YamlSource source = YamlSource.of(files.texts().getOrDefault(PackageFiles.DOCUMENT, ""));
        RecordReader reader = new RecordReader();
        City city = source.tree() == null ? null : reader.read(source.tree().path("city"), City.class);
        return Optional.ofNullable(city).filter(read -> reader.faults().isEmpty());
    }
}
