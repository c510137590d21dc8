package io.tidings.service.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.service.Caller;
import io.tidings.service.TestService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At a quota that a backlog fills for a while, by the order in which SES took the mails. */
class OvertakingTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int BACKLOG = 100;
    private static final int RATE = 10;

    private final String domain = "d" + UUID.randomUUID() + ".example";

    @BeforeEach
    void sesTakesFewASecond() {
        rate(RATE);
    }

    @AfterEach
    void sesTakesAll() {
        Caller.nobody().delete(TestService.aws().endpoint() + "/_faults");
    }

    @Test
    void anUrgentMailIsNotBehindTheBacklogOfOthers() {
        post("normal", BACKLOG, "conversation");
        await().atMost(LONGEST).until(() -> taken().size() >= RATE);
        int before = taken().size();
        post("urgent", 1, "one-time-code");
        await().atMost(LONGEST).until(() -> taken().contains("urgent0"));
        // Those that stood in the line already, and some that were taken while this was asked.
        assertThat(taken().indexOf("urgent0")).isBetween(before, BACKLOG / 2);
        await().atMost(LONGEST).until(() -> taken().size() == BACKLOG + 1);
        assertThat(taken()).doesNotHaveDuplicates();
    }

    private static void rate(int perSecond) {
        ObjectNode faults = Caller.json();
        faults.putObject("account").put("rate", perSecond);
        Caller.nobody().post(TestService.aws().endpoint() + "/_faults", faults).ok();
        await().atMost(LONGEST)
                .until(() -> TestService.administrator()
                                .get("/api/v1/quota")
                                .ok()
                                .path("maxPerSecond")
                                .asInt()
                        == perSecond);
    }

    /** Who of this test has mail, in the order in which SES took it. */
    private List<String> taken() {
        List<String> names = new ArrayList<>();
        Caller.nobody()
                .get(TestService.aws().endpoint() + "/_inbox/messages?limit=1000&to=" + domain)
                .ok()
                .path("messages")
                .forEach(mail -> names.addFirst(mail.path("to").path(0).asText().split("@", 2)[0]));
        return names;
    }

    private void post(String name, int count, String category) {
        ObjectNode batch = Caller.json();
        for (int i = 0; i < count; i++) {
            batch.withArray("notifications")
                    .add(Lane.mail(name + i + "@" + domain).put("category", category));
        }
        JsonNode results = Lane.chatServer()
                .post(Lane.NOTIFICATIONS + "/batch", batch)
                .ok()
                .path("results");
        assertThat(results.findValuesAsText("status")).hasSize(count).containsOnly("202");
    }
}
