package luohu.api;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to the OpenAPI document how callers show who they are. Which way is asked for, if any, is a setting of each service. */
final class ApiSecurity {

    private static final String BEARER = "bearer";
    private static final String CERTIFICATE = "certificate";

    void describe(OpenAPI document) {
        document.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description(
                                        "运行单位发给调用方的密钥，或者其认证系统签发的令牌，写作 Authorization: Bearer …；服务采用 api-key 或者 oidc 方式时需要。"))
                .addSecurityScheme(
                        CERTIFICATE,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.MUTUALTLS)
                                .description("TLS 握手时出示的客户端证书；服务采用 mtls 方式时需要。"));
        document.addSecurityRequirement(OASFactory.createSecurityRequirement());
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(CERTIFICATE));
    }
}
