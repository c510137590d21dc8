package io.tidings.service;

import io.micronaut.openapi.annotation.OpenAPIExtraSchema;
import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.tidings.service.web.Problem;

@OpenAPIExtraSchema(classes = Problem.class)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Tidings",
                        version = "1",
                        description =
                                "Bulk email campaigns and notification mail with bounce tracking, on your own AWS account.",
                        license = @License(name = "Apache-2.0")))
public final class Application {

    private Application() {}

    public static void main(String[] args) {
        Micronaut.build(args).mainClass(Application.class).banner(false).start();
    }
}
