package io.tidings.bench.processes;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.bench.Api;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The three programs together, on free ports and with data of their own. Nothing of it outlives the test. */
public final class Installation implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final Map<String, Program> programs = new HashMap<>();
    private final Path home;
    private final int rate;
    private final Map<String, String> settings;
    private final int port = freePort();
    private final int awsPort = freePort();
    private final int bounceProcessorPort = freePort();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Thread undertaker = new Thread(this::killAll);

    private Installation(Path home, int rate, Map<String, String> settings) {
        this.home = home;
        this.rate = rate;
        this.settings = settings;
    }

    /**
     * @param rate messages a second that SES allows
     * @param settings environment variables of the service and the bounce processor
     */
    public static Installation start(Path home, int rate, Map<String, String> settings) {
        Installation installation = new Installation(home, rate, settings);
        // Also when the tests' own process is ended.
        Runtime.getRuntime().addShutdownHook(installation.undertaker);
        try {
            installation.startAws();
            installation.startService();
            installation.startBounceProcessor();
            installation.waitUntilHealthy();
            return installation;
        } catch (RuntimeException | AssertionError e) {
            installation.killAll();
            throw e;
        }
    }

    private void startAws() {
        List<String> arguments = List.of(
                "--port",
                String.valueOf(awsPort),
                "--data",
                home.resolve("data").toString(),
                "--rate",
                String.valueOf(rate));
        run("aws-local", Map.of(), arguments);
        awaitHealth("aws-local", aws() + "/_health");
    }

    public void startService() {
        run("service", environment(), List.of());
    }

    public void startBounceProcessor() {
        run("bounce-processor", environment(), List.of());
    }

    public void waitUntilHealthy() {
        awaitHealth("service", url() + "/health");
        awaitHealth("bounce-processor", "http://127.0.0.1:" + bounceProcessorPort + "/health");
    }

    public boolean stopService() {
        return program("service").stop(LONGEST_STOP);
    }

    public void killService() {
        program("service").kill();
    }

    public void killBounceProcessor() {
        program("bounce-processor").kill();
    }

    /** What a process took from a queue and did not finish comes back after this long; on AWS it is a minute. */
    public void handOutAgainAfter(Duration visibility) {
        for (String queue : List.of("plan", "batches", "notifications", "feedback")) {
            String url = sqs("GetQueueUrl", Api.object().put("QueueName", "tidings-" + queue))
                    .path("QueueUrl")
                    .asText();
            ObjectNode change = Api.object().put("QueueUrl", url);
            change.putObject("Attributes").put("VisibilityTimeout", String.valueOf(visibility.toSeconds()));
            sqs("SetQueueAttributes", change);
        }
    }

    private JsonNode sqs(String action, ObjectNode body) {
        HttpRequest request = HttpRequest.newBuilder(aws())
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS." + action)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(action + " answered " + response.body());
            }
            return new ObjectMapper().readTree(response.body().isEmpty() ? "{}" : response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public URI aws() {
        return URI.create("http://127.0.0.1:" + awsPort);
    }

    public String firstLogin(String name) {
        Properties login = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("first-login"))) {
            login.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(login.getProperty(name));
    }

    /** Logged in. */
    public Api administrator() {
        Api api = new Api(url());
        api.post(
                "/api/v1/session",
                Api.object().put("email", firstLogin("email")).put("password", firstLogin("password")));
        return api;
    }

    /** What SES itself counted of a campaign. */
    public JsonNode witness(String campaign) {
        return new Api(aws()).get("/_inbox/summary?campaign=" + campaign);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "AWS_ENDPOINT_URL", aws().toString(),
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "TIDINGS_PORT", String.valueOf(port),
                "TIDINGS_BOUNCE_PROCESSOR_PORT", String.valueOf(bounceProcessorPort),
                "TIDINGS_PROVISION", "true",
                "TIDINGS_SENDER_DOMAINS", "tidings.example",
                "TIDINGS_FIRST_LOGIN_FILE", home.resolve("first-login").toString()));
        environment.putAll(settings);
        return environment;
    }

    private void run(String name, Map<String, String> environment, List<String> arguments) {
        programs.put(name, Program.start(name, home, environment, arguments));
    }

    private Program program(String name) {
        return Objects.requireNonNull(programs.get(name));
    }

    private void awaitHealth(String name, String address) {
        await().atMost(LONGEST_START).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!program(name).runs()) {
                throw new IllegalStateException(program(name).lastWords());
            }
            return answers(address);
        });
    }

    private boolean answers(String address) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The last lines of all three. */
    public String lastWords() {
        StringBuilder words = new StringBuilder();
        programs.values().forEach(program -> words.append(program.lastWords()).append('\n'));
        return words.toString();
    }

    private void killAll() {
        programs.values().forEach(Program::kill);
    }

    /** Nothing here is worth a graceful end. */
    @Override
    public void close() {
        killAll();
        Runtime.getRuntime().removeShutdownHook(undertaker);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
