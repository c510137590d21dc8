package io.tidings.aws.ses;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.PauseKind;
import io.tidings.core.campaign.Sender;
import io.tidings.core.sending.Mail;
import io.tidings.core.sending.SendOutcome;
import io.tidings.core.template.RenderedContent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OneByOneTest {

    private static final Sender SENDER = new Sender("Tidings", EmailAddress.of("hello@tidings.example"));

    private final List<Mail> asked = new ArrayList<>();

    @Test
    void afterSilenceNobodyElseIsAskedFor() {
        List<Mail> mails = mails(5);
        List<SendOutcome> outcomes = OneByOne.send(mails, mail -> {
            asked.add(mail);
            return asked.size() == 2 ? new SendOutcome.Unknown("no answer") : new SendOutcome.Accepted("ses-1");
        });
        assertThat(asked).isEqualTo(mails.subList(0, 2));
        assertThat(outcomes.subList(0, 2))
                .containsExactly(new SendOutcome.Accepted("ses-1"), new SendOutcome.Unknown("no answer"));
        assertThat(outcomes.subList(2, 5)).hasOnlyElementsOfType(SendOutcome.NotReached.class);
    }

    @ParameterizedTest
    @MethodSource
    void whatStandsInTheWayOfOneStandsInTheWayOfTheOthers(SendOutcome outcome) {
        List<Mail> mails = mails(4);
        List<SendOutcome> outcomes = OneByOne.send(mails, mail -> {
            asked.add(mail);
            return asked.size() == 2 ? outcome : new SendOutcome.Accepted("ses-1");
        });
        assertThat(asked).isEqualTo(mails.subList(0, 2));
        assertThat(outcomes).containsExactly(new SendOutcome.Accepted("ses-1"), outcome, outcome, outcome);
    }

    static List<SendOutcome> whatStandsInTheWayOfOneStandsInTheWayOfTheOthers() {
        return List.of(
                new SendOutcome.Throttled("too fast"),
                new SendOutcome.QuotaSpent("enough for today"),
                new SendOutcome.Halted(PauseKind.SENDING_PAUSED, "paused"));
    }

    @Test
    void aRefusalIsAboutOneMailAlone() {
        List<SendOutcome> outcomes = OneByOne.send(mails(3), mail -> {
            asked.add(mail);
            return asked.size() == 1 ? new SendOutcome.Refused("not this one") : new SendOutcome.Accepted("ses-1");
        });
        assertThat(outcomes)
                .containsExactly(
                        new SendOutcome.Refused("not this one"),
                        new SendOutcome.Accepted("ses-1"),
                        new SendOutcome.Accepted("ses-1"));
    }

    @Test
    void afterSomeSecondsTheOthersAreLeftForLater() {
        AtomicLong nanos = new AtomicLong();
        List<SendOutcome> outcomes = OneByOne.send(
                mails(5),
                _ -> {
                    nanos.addAndGet(Duration.ofSeconds(3).toNanos());
                    return new SendOutcome.Accepted("ses-1");
                },
                nanos::get);
        assertThat(outcomes.subList(0, 2)).hasOnlyElementsOfType(SendOutcome.Accepted.class);
        assertThat(outcomes.subList(2, 5)).hasOnlyElementsOfType(SendOutcome.NotReached.class);
    }

    private static List<Mail> mails(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Mail(
                        EmailAddress.of("p" + i + "@example.com"),
                        SENDER,
                        new RenderedContent("s", "h", "t"),
                        Map.of(),
                        Map.of()))
                .toList();
    }
}
