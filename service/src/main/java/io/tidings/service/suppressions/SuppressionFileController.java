package io.tidings.service.suppressions;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.service.access.Roles;
import io.tidings.service.audiences.CsvRows;
import io.tidings.service.web.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The list as a file, in and out. */
@Controller("/api/v1/suppressions")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Suppressions")
class SuppressionFileController {

    private static final String CSV = "text/csv";

    private final SuppressionStore suppressions;
    private final SuppressionPolicy policy;
    private final InstantSource clock;

    SuppressionFileController(SuppressionStore suppressions, SuppressionPolicy policy, InstantSource clock) {
        this.suppressions = suppressions;
        this.policy = policy;
        this.clock = clock;
    }

    @Post("/import")
    @Consumes({CSV, MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            operationId = "importSuppressions",
            summary =
                    "Takes a CSV file of addresses (email; scope, reason, since, expiresAt and note as far as you have them)")
    SuppressionImport.Result take(@Nullable @Body InputStream body, Authentication who)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile("tidings-suppressions", ".csv");
        try {
            if (body != null) {
                Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            }
            try (CsvRows rows = CsvRows.open(file)) {
                return new SuppressionImport(suppressions, policy, clock.instant(), who.getName()).run(rows);
            }
        } catch (CsvRows.Unusable e) {
            throw ProblemException.invalid("file", String.valueOf(e.getMessage()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Get("/export")
    @Produces(CSV)
    @Operation(operationId = "exportSuppressions", summary = "Whom mail is stopped to now, as a CSV file")
    HttpResponse<StreamedFile> export() {
        StreamedFile file = new StreamedFile(
                new SuppressionLines(suppressions, policy, clock.instant()), MediaType.of(CSV + ";charset=utf-8"));
        return HttpResponse.ok(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"suppressions.csv\"");
    }
}
