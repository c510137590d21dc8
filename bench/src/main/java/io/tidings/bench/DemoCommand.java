package io.tidings.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.bench.processes.Wait;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From import to balanced books, and whether what SES reported is what the addresses were made to cause. */
@Command(name = "demo", description = "imports 1,000 people, sends them a campaign, and checks the books")
final class DemoCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofSeconds(90);

    @Option(names = "--url", required = true)
    URI url = URI.create("http://localhost:8080");

    @Option(names = "--aws", required = true)
    URI aws = URI.create("http://localhost:4566");

    @Option(names = "--login", required = true, description = "the file with the first login")
    Path login = Path.of("first-login");

    @Override
    public Integer call() throws IOException {
        Properties secrets = new Properties();
        secrets.load(new StringReader(Files.readString(login)));
        Api api = new Api(url);
        api.post(
                "/api/v1/session",
                Api.object()
                        .put("email", secrets.getProperty("email"))
                        .put("password", secrets.getProperty("password")));

        Instant began = Instant.now();
        String audience = importPeople(api);
        Instant imported = Instant.now();
        String campaign = launch(api, audience);
        Wait.until(LONGEST, "the campaign to finish", () -> state(api, campaign).equals("finished"));
        Instant sent = Instant.now();
        String notification = api.postWithKey("/api/v1/notifications", secrets.getProperty("apiKey"), notification())
                .path("id")
                .asText();
        Wait.until(LONGEST, "SES's reports", () -> allReported(api, campaign));
        Wait.until(
                LONGEST,
                "the notification",
                () -> api.get("/api/v1/notifications/" + notification)
                        .path("state")
                        .asText()
                        .equals("delivered"));

        DemoBooks books = DemoBooks.read(api, new Api(aws), campaign);
        books.print();
        System.out.printf(
                "%nimport %.1f s, sending %.1f s, until the last report %.1f s in all%n",
                seconds(began, imported), seconds(imported, sent), seconds(began, Instant.now()));
        if (!books.right()) {
            System.out.println("The books do NOT balance.");
            return 1;
        }
        System.out.println("The books balance.");
        return 0;
    }

    private static String importPeople(Api api) {
        String audience = api.post("/api/v1/audiences", Api.object().put("name", "Spring guests"))
                .path("id")
                .asText();
        String job = api.postCsv(
                        "/api/v1/imports?audienceId=" + audience + "&fileName=spring-guests.csv", DemoPeople.csv())
                .path("id")
                .asText();
        Wait.until(
                LONGEST,
                "the import to finish",
                () -> !api.get("/api/v1/imports/" + job).path("state").asText().equals("running"));
        return audience;
    }

    private static String launch(Api api, String audience) {
        ObjectNode template = Api.object()
                .put("name", "Spring invitation")
                .put("subject", "{{firstName}}, spring begins in {{city}}")
                .put("html", """
                        <h1>Hello {{firstName}} {{lastName}},</h1>
                        <p>the days are getting longer in {{city}}. Come and see us:
                        <a href="https://tidings.example/spring">what is on this spring</a>.</p>
                        <p>Yours, the people of Tidings</p>
                        """);
        ObjectNode campaign = Api.object()
                .put("name", "Spring invitation")
                .put("audienceId", audience)
                .put(
                        "templateId",
                        api.post("/api/v1/templates", template).path("id").asText());
        campaign.putObject("sender").put("name", "Tidings").put("email", "hello@tidings.example");
        String id = api.post("/api/v1/campaigns", campaign).path("id").asText();
        api.post("/api/v1/campaigns/" + id + "/launch", Api.object());
        return id;
    }

    private static ObjectNode notification() {
        ObjectNode body = Api.object().put("category", "conversation").put("reference", "demo");
        body.putObject("recipient").put("email", "ada.almeida@example.com");
        body.putObject("content")
                .put("subject", "{{sender}} mentioned you")
                .put("html", "<p>{{sender}} wrote: {{text}}</p>");
        body.putObject("data").put("sender", "Emil").put("text", "lunch at noon?");
        return body;
    }

    private static String state(Api api, String campaign) {
        return api.get("/api/v1/campaigns/" + campaign).path("state").asText();
    }

    /** Every message that SES took has come to an end. */
    private static boolean allReported(Api api, String campaign) {
        JsonNode now = api.get("/api/v1/campaigns/" + campaign + "/statistics");
        return now.path("delivered").asLong() + now.path("bouncedPermanent").asLong() >= DemoPeople.ALL
                && now.path("complained").asLong() >= DemoPeople.COMPLAINTS
                && now.path("autoReplied").asLong() >= DemoPeople.AUTO_REPLIES;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
