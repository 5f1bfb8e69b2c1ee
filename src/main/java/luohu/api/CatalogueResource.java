package luohu.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import luohu.catalogue.CatalogueEntry;
import luohu.catalogue.VocabularyEntry;
import luohu.decision.PackageDecider;
import luohu.facts.FactSchema;
import luohu.library.LibraryPackage;
import luohu.library.PackageLibrary;
import luohu.packages.City;
import luohu.release.CurrentLibrary;
import luohu.service.PackageChoice;
import luohu.service.PackageIdentity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the service knows: cities, packages, rules, facts. Nothing here depends on the day. */
@Path("/v1")
@Blocking // with many packages all of it is long, and one may have to be compiled first
@Tag(name = "目录", description = "已有的城市、规则包、规则原文和事实词汇")
public class CatalogueResource {

    private final CurrentLibrary current;
    private final FactSchema schema;

    CatalogueResource(CurrentLibrary current, FactSchema schema) {
        this.current = current;
        this.schema = schema;
    }

    /** A city and its packages. */
    public record CityEntry(String code, String name, String pinyin, List<PackageIdentity> packages) {}

    /** Every city. */
    public record CityList(List<CityEntry> cities) {}

    /** Every package, and one digest over all of them. */
    public record PackageList(String digest, List<PackageIdentity> packages) {}

    /** The vocabulary. */
    public record FactList(List<VocabularyEntry> facts) {}

    /** Cities with their packages. */
    @GET
    @Path("/cities")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "cities",
            summary = "列出城市及其规则包",
            description = "全部城市的区划代码、名称和拼音，以及各城市的规则包：施行期间、草案、摘要。与日期无关。")
    @APIResponse(
            responseCode = "200",
            description = "全部城市",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CityList.class)))
    public CityList cities() {
        PackageLibrary library = current.get();
        return new CityList(
                library.cities().stream().map(city -> entry(city, library)).toList());
    }

    /** Packages in short. */
    @GET
    @Path("/packages")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "packages", summary = "列出规则包", description = "全部规则包，以及对全部规则包的一个摘要：两个副本的摘要相同，所用的规则包就完全相同。")
    @APIResponse(
            responseCode = "200",
            description = "全部规则包",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PackageList.class)))
    public PackageList packages() {
        PackageLibrary library = current.get();
        return new PackageList(library.digest(), identities(library.packages()));
    }

    /** One package in full. */
    @GET
    @Path("/packages/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "packageInFull",
            summary = "查看一个规则包",
            description = "文件的标题、日期及其依据、裁定、每条途径的条款、原文、条件、材料和登记地，以及不是途径的条款。")
    @APIResponse(
            responseCode = "200",
            description = "规则包全文",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CatalogueEntry.class)))
    public CatalogueEntry policyPackage(
            @PathParam("id") @Parameter(description = "规则包 id", example = "weihai-2021-10-21") String id) {
        return CatalogueEntry.of(find(id));
    }

    /** The rules of a package as they are written. */
    @GET
    @Path("/packages/{id}/rules")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Operation(operationId = "rules", summary = "查看规则原文（DRL）", description = "规则包的全部规则文件，按文件名依次相连，就是编写时的文字，没有经过转换。")
    @APIResponse(
            responseCode = "200",
            description = "规则包的全部规则文件，依次相连",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)))
    public String rules(@PathParam("id") @Parameter(description = "规则包 id", example = "weihai-2021-10-21") String id) {
        return find(id).policy().source();
    }

    /** The vocabulary. */
    @GET
    @Path("/facts")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "facts", summary = "列出事实词汇", description = "请求可以写的每一项事实：位置、中文名称、类型、可用的值，以及读取它的途径。")
    @APIResponse(
            responseCode = "200",
            description = "全部事实",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FactList.class)))
    public FactList facts() {
        return new FactList(VocabularyEntry.of(schema, current.get()));
    }

    private PackageDecider find(String id) {
        return new PackageChoice(current.get()).byId(id).decider();
    }

    private static CityEntry entry(City city, PackageLibrary library) {
        return new CityEntry(city.code(), city.name(), city.pinyin(), identities(library.of(city)));
    }

    private static List<PackageIdentity> identities(Collection<LibraryPackage> packages) {
        return packages.stream().map(PackageIdentity::inCatalogue).toList();
    }
}
