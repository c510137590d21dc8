package io.tidings.service.audiences;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.audience.ImportContacts;
import io.tidings.core.audience.ImportJob;
import io.tidings.core.audience.ImportStore;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Ids;
import io.tidings.service.web.ProblemException;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/api/v1/imports")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Imports")
class ImportController {

    private static final Logger LOG = LoggerFactory.getLogger(ImportController.class);
    private static final String CSV = "text/csv";

    private final AudienceStore audiences;
    private final ImportStore imports;
    private final ImportContacts importContacts;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ImportController(AudienceStore audiences, ImportStore imports, ImportContacts importContacts, InstantSource clock) {
        this.audiences = audiences;
        this.imports = imports;
        this.importContacts = importContacts;
        this.clock = clock;
    }

    @Serdeable
    @Schema(name = "RowError")
    record RowError(long line, String field, String message) {}

    @Serdeable
    @Schema(name = "Import")
    record ImportView(
            String id,
            String audienceId,
            String fileName,

            @Schema(allowableValues = {"running", "finished", "failed"})
            String state,

            long rows,
            long imported,
            long rejected,
            List<RowError> errors,
            @Nullable String problem,
            Instant startedAt,
            @Nullable Instant finishedAt) {
        static ImportView of(ImportJob job) {
            return new ImportView(
                    job.id(),
                    job.audienceId(),
                    job.fileName(),
                    job.state().name().toLowerCase(Locale.ROOT),
                    job.rows(),
                    job.imported(),
                    job.rejected(),
                    job.errors().stream()
                            .map(error -> new RowError(error.line(), error.field(), error.message()))
                            .toList(),
                    job.problem(),
                    job.startedAt(),
                    job.finishedAt());
        }
    }

    /** Takes the file, answers as soon as its first line makes sense, and reads the rest in the background. */
    @Post
    @Status(HttpStatus.ACCEPTED)
    @Consumes({CSV, MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(operationId = "importContacts", summary = "Takes a CSV file of contacts into an audience")
    ImportView upload(
            @QueryValue String audienceId,
            @QueryValue(defaultValue = "contacts.csv") String fileName,
            @Nullable @Body InputStream body)
            throws IOException {
        if (audiences.find(Ids.checked("the audience", audienceId)).isEmpty()) {
            throw ProblemException.notFound("the audience");
        }
        Path file = Files.createTempFile("tidings-import", ".csv");
        try {
            if (body != null) {
                Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            }
            CsvRows rows = CsvRows.open(file);
            ImportJob job = ImportJob.started(Ids.next(), audienceId, shortened(fileName), clock.instant());
            imports.save(job);
            threads.submit(() -> run(job, rows, file));
            return ImportView.of(job);
        } catch (CsvRows.Unusable e) {
            Files.deleteIfExists(file);
            throw ProblemException.invalid("file", String.valueOf(e.getMessage()));
        }
    }

    @Get("/{id}")
    @Operation(operationId = "getImport", summary = "How far an import is")
    ImportView get(String id) {
        return imports.find(Ids.checked("the import", id))
                .map(job -> ImportView.of(job.seenAt(clock.instant())))
                .orElseThrow(() -> ProblemException.notFound("the import"));
    }

    private void run(ImportJob job, CsvRows rows, Path file) {
        try (rows) {
            importContacts.run(job, rows);
        } catch (RuntimeException e) {
            LOG.error("import {} failed", job.id(), e);
            ImportJob last = imports.find(job.id()).orElse(job);
            imports.save(last.failed(
                    "it stopped after " + last.rows() + " rows: " + e.getMessage()
                            + ". Upload the file again; nobody is imported twice.",
                    clock.instant()));
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("the uploaded file {} could not be removed: {}", file, e.toString());
        }
    }

    private static String shortened(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return name.length() > 200 ? name.substring(0, 200) : name;
    }

    @PreDestroy
    void stop() {
        threads.close();
    }
}
