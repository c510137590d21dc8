package io.tidings.service.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.aws.deployment.AwsClients;
import io.tidings.aws.ses.SesBulkTransport;
import io.tidings.aws.ses.SesRawTransport;
import io.tidings.aws.ses.SesSingleTransport;
import io.tidings.service.Caller;
import io.tidings.service.OwnService;
import io.tidings.service.TestService;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SesTransportTest {

    @ParameterizedTest
    @CsvSource({"bulk, SendBulkEmail", "single, SendEmail", "raw, SendEmail"})
    void campaignsAndNotificationsGoByTheChosenCall(String transport, String operation) {
        try (OwnService service = OwnService.start(Map.of("tidings.ses-transport", transport), "{}")) {
            String campaign = service.draftId("ada@example.com");
            service.administrator()
                    .post("/api/v1/campaigns/" + campaign + "/launch", Caller.json())
                    .ok();
            ObjectNode notification = Caller.json();
            notification.putObject("recipient").put("email", "bo@example.com");
            notification.putObject("content").put("subject", "Code").put("html", "<p>1234</p>");
            service.program().post("/api/v1/notifications", notification).ok();

            assertThat(service.mail("ada@example.com").path("operation").asText())
                    .isEqualTo(operation);
            assertThat(service.mail("ada@example.com").path("html").asText()).contains("Hi Ada");
            assertThat(service.mail("bo@example.com").path("operation").asText())
                    .isEqualTo(operation);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(service.administrator()
                                    .get("/api/v1/campaigns/" + campaign)
                                    .ok()
                                    .path("books")
                                    .path("accepted")
                                    .asInt())
                            .isEqualTo(1));
        }
    }

    @Test
    void eachNameIsItsTransport() {
        AwsClients clients = TestService.bean(AwsClients.class);
        assertThat(SesTransport.named("bulk").over(clients, "tidings")).isInstanceOf(SesBulkTransport.class);
        assertThat(SesTransport.named("single").over(clients, "tidings")).isInstanceOf(SesSingleTransport.class);
        assertThat(SesTransport.named("raw").over(clients, "tidings")).isInstanceOf(SesRawTransport.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "BULK", "", "bulk "})
    void anyOtherNameIsRefused(String name) {
        assertThatThrownBy(() -> SesTransport.named(name))
                .hasMessage("tidings.ses-transport must be bulk, single or raw, not " + name);
    }
}
