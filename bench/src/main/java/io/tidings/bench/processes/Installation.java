package io.tidings.bench.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.bench.Api;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/** The programs together, on free ports and with data of their own. Nothing of it outlives whoever started it. */
public final class Installation implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final String AWS = "aws-local";
    private static final String BOUNCE_PROCESSOR = "bounce-processor";

    private final Map<String, Program> programs = new TreeMap<>();
    private final Plan plan;
    private final List<Integer> ports;
    private final int awsPort = freePort();
    private final int bounceProcessorPort = freePort();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Thread undertaker = new Thread(this::killAll);

    private Installation(Plan plan) {
        this.plan = plan;
        this.ports = java.util.stream.IntStream.range(0, plan.services())
                .mapToObj(_ -> freePort())
                .toList();
    }

    public static Installation start(Plan plan) {
        Installation installation = new Installation(plan);
        // Also when the process that asked for it is ended.
        Runtime.getRuntime().addShutdownHook(installation.undertaker);
        try {
            installation.startAws();
            // The first makes the tables; the others find them.
            for (int i = 0; i < plan.services(); i++) {
                installation.startService(i);
                installation.awaitService(i);
            }
            installation.startBounceProcessor();
            installation.waitUntilHealthy();
            return installation;
        } catch (RuntimeException e) {
            installation.killAll();
            throw e;
        }
    }

    private void startAws() {
        List<String> arguments = new java.util.ArrayList<>(List.of("--port", String.valueOf(awsPort)));
        arguments.addAll(plan.aws());
        run(AWS, AWS, plan.awsJvm(), Map.of(), arguments);
        awaitHealth(AWS, aws() + "/_health");
    }

    public void startService(int i) {
        Map<String, String> environment = environment();
        environment.put("TIDINGS_PORT", String.valueOf(ports.get(i)));
        run(service(i), "service", plan.serviceJvm(), environment, List.of());
    }

    public void startBounceProcessor() {
        run(BOUNCE_PROCESSOR, BOUNCE_PROCESSOR, List.of("-Xms16m", "-Xmx64m"), environment(), List.of());
    }

    public void waitUntilHealthy() {
        for (int i = 0; i < plan.services(); i++) {
            awaitService(i);
        }
        awaitHealth(BOUNCE_PROCESSOR, "http://127.0.0.1:" + bounceProcessorPort + "/health");
    }

    private void awaitService(int i) {
        awaitHealth(service(i), "http://127.0.0.1:" + ports.get(i) + "/health");
    }

    /** Whether it stopped by itself in good time. */
    public boolean stopService(int i) {
        return program(service(i)).stop(LONGEST_STOP);
    }

    public void killService(int i) {
        program(service(i)).kill();
    }

    public void killBounceProcessor() {
        program(BOUNCE_PROCESSOR).kill();
    }

    /** What a process took from a queue and did not finish comes back after this long; on AWS it is a minute. */
    public void handOutAgainAfter(Duration visibility) {
        for (String queue : List.of("plan", "batches", "notifications", "notifications-urgent", "feedback")) {
            ObjectNode change = Api.object().put("QueueUrl", urlOf("tidings-" + queue));
            change.putObject("Attributes").put("VisibilityTimeout", String.valueOf(visibility.toSeconds()));
            sqs("SetQueueAttributes", change);
        }
    }

    /** As if nobody could process it. */
    public void park(String queue, String body) {
        String url = urlOf("tidings-" + queue + "-dead-letters");
        sqs("SendMessage", Api.object().put("QueueUrl", url).put("MessageBody", body));
    }

    private String urlOf(String queue) {
        return sqs("GetQueueUrl", Api.object().put("QueueName", queue))
                .path("QueueUrl")
                .asText();
    }

    private JsonNode sqs(String action, ObjectNode body) {
        return new Api(aws()).aws("AmazonSQS." + action, "application/x-amz-json-1.0", body);
    }

    public int services() {
        return plan.services();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + ports.getFirst());
    }

    public URI aws() {
        return URI.create("http://127.0.0.1:" + awsPort);
    }

    /** By name, those that run now. */
    public Map<String, Program> programs() {
        return Map.copyOf(programs);
    }

    public String firstLogin(String name) {
        Properties login = new Properties();
        try (Reader reader = Files.newBufferedReader(plan.home().resolve("first-login"))) {
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

    /** Adds to what goes wrong. */
    public void faults(String json) {
        new Api(aws()).post("/_faults", Api.read(json));
    }

    public void noFaults() {
        new Api(aws()).delete("/_faults");
    }

    public JsonNode usage() {
        return new Api(aws()).get("/_usage");
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "AWS_ENDPOINT_URL", aws().toString(),
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "TIDINGS_BOUNCE_PROCESSOR_PORT", String.valueOf(bounceProcessorPort),
                "TIDINGS_PROVISION", "true",
                "TIDINGS_SENDER_DOMAINS", "tidings.example",
                "TIDINGS_FIRST_LOGIN_FILE", plan.home().resolve("first-login").toString()));
        environment.putAll(plan.settings());
        return environment;
    }

    private void run(
            String name, String module, List<String> jvm, Map<String, String> environment, List<String> arguments) {
        programs.put(name, Program.start(name, module, plan.home(), jvm, environment, arguments));
    }

    private Program program(String name) {
        return Objects.requireNonNull(programs.get(name));
    }

    private static String service(int i) {
        return i == 0 ? "service" : "service-" + (i + 1);
    }

    private void awaitHealth(String name, String address) {
        Wait.until(LONGEST_START, Duration.ofMillis(100), name + " to be healthy", () -> {
            if (!program(name).runs()) {
                throw new IllegalStateException(program(name).lastWords());
            }
            return answers(address);
        });
    }

    private boolean answers(String address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The last lines of all of them. */
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

    /** Below those that systems give to outgoing connections: one of these would take it before its program is up. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // Taken: another one, then.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
