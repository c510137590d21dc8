package io.tidings.service;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.tidings.awslocal.AwsLocal;
import io.tidings.awslocal.Options;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** A service of its own over an AWS of its own, for what cannot be tried on the one that all tests share. */
public final class OwnService implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final AwsLocal aws;
    private final EmbeddedServer server;
    private final Caller administrator;
    private final Caller program;

    private OwnService(AwsLocal aws, EmbeddedServer server, Properties login) {
        this.aws = aws;
        this.server = server;
        this.administrator = Caller.nobody(server::getPort);
        this.program = administrator.with("Authorization", "Bearer " + login.getProperty("apiKey"));
        administrator
                .post(
                        "/api/v1/session",
                        Caller.json()
                                .put("email", login.getProperty("email"))
                                .put("password", login.getProperty("password")))
                .ok();
    }

    /** @param faults what its AWS does wrong from the first call on */
    public static OwnService start(Map<String, String> settings, String faults) {
        AwsLocal aws = AwsLocal.start(Options.DEFAULT);
        Path login = TestService.loginFile();
        Map<String, Object> properties = new HashMap<>(Map.of(
                "micronaut.server.port", "-1",
                "tidings.names", "own-test-",
                "tidings.provision", "true",
                "tidings.sender-domains", "tidings.example",
                "tidings.sweep-every", "1s",
                "tidings.aws-endpoint", aws.endpoint().toString(),
                "tidings.first-login-file", login.toString()));
        properties.putAll(settings);
        faults(aws, faults);
        return new OwnService(aws, ApplicationContext.run(EmbeddedServer.class, properties), TestService.read(login));
    }

    public void faults(String json) {
        faults(aws, json);
    }

    private static void faults(AwsLocal aws, String json) {
        Caller.nobody()
                .postText(aws.endpoint() + "/_faults", "application/json", json)
                .ok();
    }

    /** Logged in, as a browser. */
    public Caller administrator() {
        return administrator;
    }

    public Caller program() {
        return program;
    }

    /** A draft of a campaign to one person. */
    public String draftId(String email) {
        String template =
                Made.id(administrator.post("/api/v1/templates", Made.template("Hello", "<p>Hi {{firstName}}</p>")));
        String audience =
                Made.id(administrator.post("/api/v1/audiences", Caller.json().put("name", "Guests")));
        String job = Made.id(administrator.postText(
                "/api/v1/imports?fileName=guests.csv&audienceId=" + audience,
                "text/csv",
                "email,firstName\n" + email + ",Ada\n"));
        await().atMost(LONGEST)
                .until(() -> administrator
                        .get("/api/v1/imports/" + job)
                        .ok()
                        .path("state")
                        .asText()
                        .equals("finished"));
        ObjectNode campaign = Made.campaign(template, audience);
        return Made.id(administrator.post("/api/v1/campaigns", campaign));
    }

    /** The newest mail to this address, when there is one. */
    public JsonNode mail(String email) {
        String messages = aws.endpoint() + "/_inbox/messages";
        JsonNode newest = await().atMost(LONGEST)
                .until(
                        () -> Caller.nobody()
                                .get(messages + "?limit=1&to=" + email)
                                .json()
                                .findPath("id"),
                        id -> !id.isMissingNode());
        return Caller.nobody().get(messages + "/" + newest.asText()).json();
    }

    @Override
    public void close() {
        server.close();
        aws.close();
    }
}
