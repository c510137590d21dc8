package io.tidings.service.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.Origin;
import io.tidings.core.ledger.Recorder;
import io.tidings.core.suppression.Suppression;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.service.Caller;
import io.tidings.service.Made;
import io.tidings.service.TestService;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressApiTest {

    private static final String ADDRESSES = "/api/v1/addresses/";
    private final Caller support = TestService.administrator();

    @Test
    void anAddressThatWasNeverSeenHasWordsToo() {
        JsonNode answer = support.get(ADDRESSES + fresh()).ok();
        assertThat(answer.path("known").asBoolean()).isFalse();
        assertThat(answer.path("summary").asText()).startsWith("Nothing is known");
        assertThat(answer.path("nextStep").asText()).isNotBlank();
        assertThat(answer.path("timeline")).isEmpty();
        assertThat(answer.path("campaigns").path("allowed").asBoolean()).isTrue();
        support.get(ADDRESSES + "not-an-address").refusedBecauseOf("email");
    }

    /** Many have a plus in their address; programs write it as it is, browsers as %2B. */
    @ParameterizedTest
    @ValueSource(strings = {"+", "%2B"})
    void aPlusInAnAddressIsAPlus(String plus) {
        String path = "ada" + plus + "news@example.com";
        EmailAddress address = EmailAddress.of("ada+news@example.com");
        TestService.bean(SuppressionStore.class)
                .add(new Suppression(address, Suppression.Reason.MANUAL, "asked for it", Instant.now()));
        assertThat(support.get(ADDRESSES + path).ok().path("email").asText()).isEqualTo("ada+news@example.com");
        assertThat(support.get("/api/v1/suppressions/" + path)
                        .ok()
                        .path("email")
                        .asText())
                .isEqualTo("ada+news@example.com");
    }

    @Test
    void whatWasSentAndWhatWasNotIsThereWithRuleEvidenceAndNextStep() {
        String email = fresh();
        String audience = Made.audienceId("email,firstName\n" + email + ",Ada\n");
        String campaign =
                Made.id(support.post("/api/v1/campaigns", Made.campaign(Made.templateId("Hi", "<p>Hi</p>"), audience)));
        Made.launched(campaign);
        Made.finished(campaign);
        JsonNode sent = support.get(ADDRESSES + email).ok();
        assertThat(sent.path("known").asBoolean()).isTrue();
        assertThat(sent.path("contact").path("attributes").path("firstName").asText())
                .isEqualTo("Ada");
        assertThat(sent.path("contact")
                        .path("audiences")
                        .path(0)
                        .path("audienceId")
                        .asText())
                .isEqualTo(audience);
        JsonNode entry = sent.path("timeline").path(0);
        assertThat(entry.path("name").asText()).isEqualTo("Spring invitation");
        assertThat(entry.path("outcome").asText()).isEqualTo("accepted");
        assertThat(entry.path("rule").asText()).startsWith("Sent");

        EmailAddress address = EmailAddress.of(email);
        new Recorder(TestService.bean(MessageLedger.class))
                .record(List.of(new Recorder.News(
                        address,
                        new Origin.OfCampaign(campaign),
                        null,
                        List.of(new Fact(FactKind.BOUNCED_PERMANENT, Instant.now(), "refused for good", "5.1.1")))));
        TestService.bean(SuppressionStore.class)
                .add(new Suppression(address, Suppression.Reason.BOUNCE, "5.1.1", Instant.now()));
        JsonNode bounced = support.get(ADDRESSES + email).ok();
        assertThat(bounced.path("summary").asText()).startsWith("It gets no mail");
        assertThat(bounced.path("nextStep").asText()).contains("another address");
        assertThat(bounced.path("campaigns").path("allowed").asBoolean()).isFalse();
        assertThat(bounced.path("notifications").path("why").asText()).contains("does not exist");
        assertThat(bounced.path("suppressions").path("stops")).hasSize(1);
        JsonNode evidence = bounced.path("timeline").path(0).path("evidence");
        assertThat(evidence)
                .anySatisfy(
                        fact -> assertThat(fact.path("statusWords").asText()).isEqualTo("the mailbox does not exist"));

        support.post(
                        "/api/v1/suppressions/" + email + "/lift",
                        Caller.json().put("why", "she wrote that it works again"))
                .ok();
        JsonNode lifted = support.get(ADDRESSES + email).ok();
        assertThat(lifted.path("summary").asText()).isEqualTo("It gets mail.");
        assertThat(lifted.path("suppressions").path("lifts")).hasSize(1);
        assertThat(lifted.path("nextStep").asText()).contains("may pass");
    }

    private static String fresh() {
        return "p" + UUID.randomUUID() + "@example.com";
    }
}
