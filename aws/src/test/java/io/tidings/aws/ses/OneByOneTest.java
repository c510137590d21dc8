package io.tidings.aws.ses;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Sender;
import io.tidings.core.sending.Mail;
import io.tidings.core.sending.SendOutcome;
import io.tidings.core.template.RenderedContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
