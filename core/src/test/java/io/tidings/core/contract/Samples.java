package io.tidings.core.contract;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.campaign.Brief;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.Sender;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.Origin;
import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateContent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Plain examples; every call makes new ids, so that tests share a table in peace. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final Sender SENDER = new Sender("Tidings", EmailAddress.of("hello@tidings.example"));

    private Samples() {}

    public static String id() {
        return UUID.randomUUID().toString();
    }

    public static EmailAddress address() {
        return EmailAddress.of("p" + id() + "@example.com");
    }

    public static List<RecipientId> recipients(int n) {
        return IntStream.range(0, n).mapToObj(_ -> address().recipientId()).toList();
    }

    public static Template template() {
        return new Template(id(), 1, "Spring", new TemplateContent("Hello", "<p>Hello {{name}}</p>", null), NOON);
    }

    public static Campaign draft() {
        return Campaign.draft(id(), Brief.of("Spring", id(), id(), SENDER), NOON);
    }

    public static Message message(Origin origin, FactKind... kinds) {
        return Message.unseen(address(), origin, null)
                .with(List.of(kinds).stream()
                        .map(kind -> new Fact(kind, NOON.plusSeconds(kind.ordinal()), "why", "5.1.1"))
                        .toList());
    }
}
