package io.tidings.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidings.aws.deployment.AwsClients;
import io.tidings.aws.deployment.Provisioner;
import io.tidings.awslocal.AwsLocal;
import io.tidings.awslocal.Options;
import io.tidings.core.deployment.QueueNames;
import io.tidings.core.deployment.TableNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/** The AWS these tests talk to: the embedded one, or whichever {@code AWS_ENDPOINT_URL} names. One for all tests of a run. */
public final class Emulator {

    public static final String CONFIGURATION_SET = "tidings";
    /** In place of an address: LocalStack by Testcontainers, in the last release that needs no token. */
    private static final String LOCALSTACK_CONTAINER = "container:localstack";

    private static final String LOCALSTACK_IMAGE = "localstack/localstack:4.14.0";
    private static final String PREFIX = "test-";
    private static final boolean EMBEDDED = named() == null;
    private static final URI ENDPOINT = endpoint();
    private static final AwsClients CLIENTS = start();

    private Emulator() {}

    private static @Nullable String named() {
        String named = System.getenv("AWS_ENDPOINT_URL");
        return named == null || named.isBlank() ? null : named;
    }

    private static URI endpoint() {
        String named = named();
        if (named == null) {
            return AwsLocal.start(Options.DEFAULT).endpoint();
        }
        return named.equals(LOCALSTACK_CONTAINER) ? container().getEndpoint() : URI.create(named);
    }

    /** Testcontainers ends it with the JVM. */
    @SuppressWarnings("resource")
    private static LocalStackContainer container() {
        LocalStackContainer container = new LocalStackContainer(DockerImageName.parse(LOCALSTACK_IMAGE))
                .withServices("dynamodb", "sqs", "sns", "ses");
        container.start();
        return container;
    }

    private static AwsClients start() {
        AwsClients clients = AwsClients.at(ENDPOINT);
        new Provisioner(clients, tables(), queues()).provision(CONFIGURATION_SET, List.of("tidings.example"));
        return clients;
    }

    /** Only the embedded AWS does wrong on request. */
    public static boolean hasFaults() {
        return EMBEDDED;
    }

    /** LocalStack's free edition answers 501 to every call of SES v2. */
    public static boolean hasSesV2() {
        try {
            CLIENTS.ses().getAccount(_ -> {});
            return true;
        } catch (SesV2Exception e) {
            return e.statusCode() != 501;
        }
    }

    /** What the embedded AWS is told to do wrong. */
    public static void faults(String json) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(ENDPOINT.resolve("/_faults"))
                    .PUT(HttpRequest.BodyPublishers.ofString(json))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The newest mail to an address, whole. */
    public static String inbox(String address) {
        String list = get("/_inbox/messages?limit=1&to=" + address);
        Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(list);
        if (!id.find()) {
            throw new IllegalStateException("no mail to " + address + ": " + list);
        }
        return get("/_inbox/messages/" + id.group(1));
    }

    private static String get(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(ENDPOINT.resolve(path)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What was consumed since the start; only the embedded AWS tells. */
    public static JsonNode usage() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(ENDPOINT.resolve("/_usage")).build();
            return new ObjectMapper()
                    .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static AwsClients clients() {
        return CLIENTS;
    }

    public static TableNames tables() {
        return new TableNames(PREFIX);
    }

    public static QueueNames queues() {
        return new QueueNames(PREFIX);
    }
}
