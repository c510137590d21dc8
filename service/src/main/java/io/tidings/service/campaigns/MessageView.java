package io.tidings.service.campaigns;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Contact;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message, as its facts tell it; {@code why} is the sentence for a person. */
@Serdeable
@Schema(name = "Message")
public record MessageView(
        String recipientId,
        String email,
        String outcome,
        @Nullable String why,
        List<FactView> facts) {

    @Serdeable
    @Schema(name = "Fact")
    public record FactView(
            String kind, Instant at, @Nullable String detail) {
        static FactView of(Fact fact) {
            return new FactView(nameOf(fact.kind()), fact.at(), fact.detail());
        }
    }

    public static MessageView of(Message message) {
        Fact outcome = message.outcome().map(message.facts()::get).orElse(null);
        return new MessageView(
                message.recipient().value(),
                message.address().toString(),
                outcome == null ? "unknown" : nameOf(outcome.kind()),
                outcome == null || outcome.kind() == FactKind.ACCEPTED ? null : outcome.detail(),
                message.facts().values().stream()
                        .filter(fact -> message.tells(fact.kind()))
                        .sorted(Comparator.comparing(Fact::at))
                        .map(FactView::of)
                        .toList());
    }

    static MessageView unseen(RecipientId id, @Nullable Contact contact, String outcome) {
        return new MessageView(
                id.value(), contact == null ? "" : contact.address().toString(), outcome, null, List.of());
    }

    private static String nameOf(FactKind kind) {
        return kind.metric().key();
    }
}
