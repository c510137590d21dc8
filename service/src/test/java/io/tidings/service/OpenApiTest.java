package io.tidings.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    @Test
    void theCommittedFileIsWhatTheCodeSays() throws IOException {
        assertThat(Files.readString(Path.of("target/openapi/tidings.yml")))
                .describedAs("service/openapi/tidings.yml is not what the code says: run ./tidings golden")
                .isEqualTo(Files.readString(Path.of("openapi/tidings.yml")));
    }

    @Test
    void everyOperationHasANameOfItsOwnAndSaysWhatItDoes() {
        List<Route> routes = Route.all();
        assertThat(routes)
                .extracting(Route::operationId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-zA-Z]+"));
        assertThat(routes).extracting(Route::summary).noneMatch(String::isBlank);
    }
}
