package io.tidings.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.bench.Api;
import io.tidings.bench.processes.Installation;
import io.tidings.bench.processes.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the processes: everybody gets the mail, nobody twice, and the books say so. */
class CrashTest {

    private static final int ALL = 300;
    private static final int RATE = 50;
    private static final int KILLS = 3;
    private static final Duration LONGEST = Duration.ofSeconds(120);

    /**
     * So short that what a crash left unknown is settled while the test waits. The order matters as it does with the defaults: a message
     * is sent again only after a report that died with its reader had the time to come back.
     */
    private static final Map<String, String> IMPATIENT =
            Map.of("TIDINGS_GRACE", "17s", "TIDINGS_LEASE", "4s", "TIDINGS_TURN", "2s", "TIDINGS_SWEEP_EVERY", "1s");

    @TempDir
    static @Nullable Path home;

    private static @Nullable Installation running;
    private final Api api = tidings().administrator();

    @BeforeAll
    static void start() {
        running = Installation.start(
                Plan.in(Objects.requireNonNull(home)).rate(RATE).settings(IMPATIENT));
        running.handOutAgainAfter(Duration.ofSeconds(3));
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void aServiceThatIsAskedToStopFinishesWhatItHasInHand() {
        String campaign = launch();
        awaitAccepted(campaign, ALL / 3);
        Instant asked = Instant.now();
        assertThat(tidings().stopService(0)).describedAs("ends by itself").isTrue();
        System.out.printf(
                "stopped by itself after %d ms%n",
                Duration.between(asked, Instant.now()).toMillis());
        long accepted = tidings().witness(campaign).path("mails").asLong();
        assertThat(accepted).describedAs("the stop came in the middle").isLessThan(ALL);
        tidings().startService(0);
        tidings().waitUntilHealthy();
        theBooksBalance(campaign);
    }

    @Test
    void nobodyIsLostAndNobodyGetsItTwiceWhenProcessesDie() {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.println("crash.seed=" + seed);
        Random random = new Random(seed);
        String campaign = launch();
        for (int i = 1; i <= KILLS; i++) {
            awaitAccepted(campaign, i * ALL / (KILLS + 2) + random.nextInt(20));
            if (random.nextBoolean()) {
                tidings().killBounceProcessor();
                tidings().startBounceProcessor();
            }
            tidings().killService(0);
            tidings().startService(0);
        }
        tidings().killBounceProcessor();
        tidings().startBounceProcessor();
        tidings().waitUntilHealthy();
        theBooksBalance(campaign);
    }

    private void awaitAccepted(String campaign, long mails) {
        await().atMost(LONGEST)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> tidings().witness(campaign).path("mails").asLong() >= mails);
    }

    private void theBooksBalance(String campaign) {
        await().atMost(LONGEST)
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> assertThat(api.get("/api/v1/campaigns/" + campaign)
                                .path("state")
                                .asText())
                        .describedAs(
                                "%s", api.get("/api/v1/campaigns/" + campaign).path("books"))
                        .isEqualTo("finished"));
        JsonNode witness = tidings().witness(campaign);
        JsonNode books = api.get("/api/v1/campaigns/" + campaign).path("books");
        System.out.println("SES counted " + witness + ", the books say " + books);
        assertThat(witness.path("distinctRecipients").asLong())
                .describedAs("nobody is lost")
                .isEqualTo(ALL);
        assertThat(witness.path("duplicatedRecipients").asLong())
                .describedAs("nobody gets it twice")
                .isZero();
        assertThat(witness.path("mails").asLong()).isEqualTo(ALL);
        assertThat(books.path("balanced").asBoolean()).isTrue();
        assertThat(books.path("accepted").asLong()).isEqualTo(ALL);
        for (String none : List.of("skipped", "refused", "cancelled", "waiting", "unknown")) {
            assertThat(books.path(none).asLong()).describedAs(none).isZero();
        }
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(api.get("/api/v1/campaigns/" + campaign + "/statistics")
                                .path("delivered")
                                .asLong())
                        .isEqualTo(ALL));
    }

    private String launch() {
        String audience = api.post("/api/v1/audiences", Api.object().put("name", "Everybody"))
                .path("id")
                .asText();
        StringBuilder csv = new StringBuilder("email\n");
        for (int i = 0; i < ALL; i++) {
            csv.append("person").append(i).append("@example.com\n");
        }
        String job = api.postCsv("/api/v1/imports?audienceId=" + audience, csv.toString())
                .path("id")
                .asText();
        await().atMost(LONGEST)
                .until(() ->
                        api.get("/api/v1/imports/" + job).path("state").asText().equals("finished"));
        ObjectNode template =
                Api.object().put("name", "x").put("subject", "Hello").put("html", "<p>Hello</p>");
        ObjectNode draft = Api.object()
                .put("name", "x")
                .put("audienceId", audience)
                .put(
                        "templateId",
                        api.post("/api/v1/templates", template).path("id").asText());
        draft.putObject("sender").put("name", "Tidings").put("email", "hello@tidings.example");
        String campaign = api.post("/api/v1/campaigns", draft).path("id").asText();
        api.post("/api/v1/campaigns/" + campaign + "/launch", Api.object());
        return campaign;
    }

    private static Installation tidings() {
        return Objects.requireNonNull(running);
    }
}
