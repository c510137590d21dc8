package io.tidings.aws.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidings.aws.Emulator;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Sender;
import io.tidings.core.contract.Samples;
import io.tidings.core.sending.Attachment;
import io.tidings.core.sending.Mail;
import io.tidings.core.sending.MailTransport;
import io.tidings.core.sending.SendOutcome;
import io.tidings.core.sending.SendOutcome.Accepted;
import io.tidings.core.sending.SendOutcome.Halted;
import io.tidings.core.sending.SendOutcome.Refused;
import io.tidings.core.sending.SendOutcome.Throttled;
import io.tidings.core.sending.SendOutcome.Unknown;
import io.tidings.core.template.Frame;
import io.tidings.core.template.Merged;
import io.tidings.core.template.RenderedContent;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every way of handing mail to SES promises. */
abstract class TransportContract {

    private static final Sender SENDER = new Sender("Zoë, of \"Tidings\"", EmailAddress.of("hello@tidings.example"));

    abstract MailTransport transport();

    private static void faultsByDomain() {
        assumeThat(Emulator.hasFaults())
                .as("this endpoint does nothing wrong on request")
                .isTrue();
        Emulator.faults("""
                {"rules": [
                  {"domain": "throttled.example", "fault": "throttle"},
                  {"domain": "before.example", "fault": "error-before"},
                  {"domain": "after.example", "fault": "error-after"},
                  {"domain": "dropped.example", "fault": "drop"}]}""");
    }

    @AfterEach
    void noFaults() {
        if (Emulator.hasFaults()) {
            Emulator.faults("{}");
        }
    }

    @Test
    void fiftyMailsHaveFiftyOutcomesInOrder() {
        List<Mail> mails =
                IntStream.range(0, 50).mapToObj(i -> mail(i + "@example.com")).toList();
        List<SendOutcome> outcomes = transport().send(mails);
        assertThat(outcomes)
                .hasSize(50)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Accepted.class));
        assertThat(outcomes.stream()
                        .map(outcome -> ((Accepted) outcome).sesMessageId())
                        .distinct())
                .hasSize(50);
    }

    @Test
    void aThrottledMailWasSurelyNotSent() {
        faultsByDomain();
        assertThat(transport().send(List.of(mail("a@throttled.example"))).getFirst())
                .isInstanceOf(Throttled.class);
    }

    @Test
    void withoutAnAnswerItMayHaveBeenSent() {
        faultsByDomain();
        for (String domain : List.of("before.example", "after.example", "dropped.example")) {
            assertThat(transport().send(List.of(mail("a@" + domain))).getFirst())
                    .as(domain)
                    .isInstanceOf(Unknown.class);
        }
    }

    @Test
    void ofACallThatIsRefusedOnlyTheGuiltyAre() {
        assumeThat(Emulator.hasFaults())
                .as("this endpoint does nothing wrong on request")
                .isTrue();
        Emulator.faults("{\"rules\": [{\"domain\": \"refused.example\", \"fault\": \"refuse\"}]}");
        List<SendOutcome> outcomes =
                transport().send(List.of(mail("a@example.com"), mail("b@refused.example"), mail("c@example.com")));
        assertThat(outcomes)
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(Accepted.class),
                        guilty -> assertThat(guilty).isInstanceOf(Refused.class),
                        last -> assertThat(last).isInstanceOf(Accepted.class));
    }

    @Test
    void aSenderThatIsNotVerifiedHaltsTheCampaign() {
        Mail mail = mail("a@example.com");
        Mail foreign = new Mail(
                mail.to(),
                new Sender("Eve", EmailAddress.of("eve@elsewhere.example")),
                mail.content(),
                mail.headers(),
                mail.tags());
        SendOutcome outcome = transport().send(List.of(foreign)).getFirst();
        if (Emulator.hasFaults()) {
            assertThat(outcome).isInstanceOf(Halted.class);
        } else {
            // Others word it in their own way, which SES never does; but none of them may send it.
            assertThat(outcome).isInstanceOfAny(Halted.class, Refused.class);
        }
    }

    @Test
    void aMailSesDoesNotTakeIsRefusedForItself() {
        Mail mail = mail("a@example.com");
        Mail broken = new Mail(
                mail.to(), mail.from(), mail.content(), Map.of("X-Broken", "a\r\nBcc: eve@example.com"), mail.tags());
        assertThat(transport().send(List.of(broken)).getFirst()).isInstanceOf(Refused.class);
    }

    @Test
    void filesAndAnAddressForAnswersGoAlong() {
        Mail mail = mail("files-" + Samples.id() + "@example.com");
        Mail whole = new Mail(
                mail.to(),
                mail.from(),
                mail.content(),
                Map.of("Reply-To", "answers@example.com"),
                mail.tags(),
                List.of(new Attachment("Rechnung März.txt", "text/plain", "aGVsbG8=")));
        assertThat(transport().send(List.of(whole)).getFirst()).isInstanceOf(Accepted.class);
    }

    @Test
    void aMailTooLargeForABulkCallGoesToo() {
        Mail mail = mail("a@example.com");
        Mail large = new Mail(
                mail.to(),
                mail.from(),
                new RenderedContent("large", "<p>" + "x".repeat(300_000) + "</p>", "large"),
                mail.headers(),
                mail.tags());
        assertThat(transport().send(List.of(mail, large, mail("b@example.com"))))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Accepted.class));
    }

    /** What the mails have in common may look like SES's own template language, and their own values too. */
    @ParameterizedTest
    @ValueSource(strings = {"", "{{", "{", "}", "\\", "a { b } c", "{{{", "}}", "{{h0}}", "\"\n"})
    void everyMailIsSentAsItWasMerged(String odd) {
        Frame html = new Frame(List.of("<p>" + odd, odd + " and ", odd, "</p>"), List.of(0, 1, 0));
        Frame text = new Frame(List.of(odd, odd), List.of(0));
        List<Mail> mails = Stream.of("Ana " + odd, odd + "{{h1}}", "&<>'")
                .map(own -> {
                    Mail mail = mail(Samples.id().toLowerCase(Locale.ROOT) + "@example.com");
                    RenderedContent content = new RenderedContent(
                            "To " + mail.to(),
                            new Merged(html, List.of(own, "second " + own)),
                            new Merged(text, List.of(own)));
                    return new Mail(mail.to(), mail.from(), content, mail.headers(), mail.tags());
                })
                .toList();
        assertThat(transport().send(mails))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Accepted.class));
        assumeThat(Emulator.hasFaults())
                .as("only the embedded AWS shows what it took")
                .isTrue();
        for (Mail mail : mails) {
            JsonNode seen = read(Emulator.inbox(mail.to().toString()));
            assertThat(seen.path("html").asText().strip())
                    .isEqualTo(mail.content().html().toString().strip());
            assertThat(seen.path("text").asText().strip())
                    .isEqualTo(mail.content().text().toString().strip());
        }
    }

    @Test
    void mailsOfDifferentTemplatesGoTogether() {
        Mail mail = mail("a@example.com");
        Frame other = new Frame(List.of("<p>Dear ", "</p>"), List.of(0));
        Mail framed = new Mail(
                mail("b@example.com").to(),
                mail.from(),
                new RenderedContent("Two", new Merged(other, List.of("Bo")), Merged.of("Dear Bo")),
                mail.headers(),
                mail.tags());
        assertThat(transport().send(List.of(mail, framed)))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Accepted.class));
        if (Emulator.hasFaults()) {
            assertThat(Emulator.inbox("b@example.com")).contains("<p>Dear Bo</p>");
        }
    }

    @Test
    void theHeadersOfAListAreTaken() {
        Mail mail = mail("a@example.com");
        Map<String, String> headers = Map.of(
                "List-Unsubscribe", "<https://mail.example.com/u/" + "x".repeat(75) + ">",
                "List-Unsubscribe-Post", "List-Unsubscribe=One-Click",
                "List-Id", "<news.tidings.example>");
        Mail listed = new Mail(mail.to(), mail.from(), mail.content(), headers, mail.tags());
        assertThat(transport().send(List.of(listed)).getFirst()).isInstanceOf(Accepted.class);
        if (Emulator.hasFaults()) {
            String inbox = Emulator.inbox("a@example.com");
            headers.forEach((name, value) -> assertThat(inbox).contains(name, value));
        }
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mail mail(String address) {
        return new Mail(
                EmailAddress.of(address),
                SENDER,
                new RenderedContent("Grüße {{not a field}}", "<p>Hello {{nobody}} & \"you\"</p>", "Hello\n✓"),
                Map.of("X-Test", "1"),
                Map.of("origin", "campaign", "origin-id", Samples.id()));
    }
}
