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

/**
 * One message, as its facts tell it; {@code why} is the sentence for a person. In the list of a figure {@code why} and {@code at} are of
 * what puts the message there, and {@code outcome} is what came of it in the end.
 */
@Serdeable
@Schema(name = "Message")
public record MessageView(
        String recipientId,
        String email,
        String outcome,
        @Nullable String why,
        @Nullable Instant at,
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
        return of(message, null);
    }

    /** @param reason the fact to tell of, instead of the strongest */
    static MessageView of(Message message, @Nullable Fact reason) {
        Fact outcome = message.outcome().map(message.facts()::get).orElse(null);
        Fact told = reason == null ? outcome : reason;
        return new MessageView(
                message.recipient().value(),
                message.address().toString(),
                outcome == null ? "unknown" : nameOf(outcome.kind()),
                told == null || told.kind() == FactKind.ACCEPTED ? null : told.detail(),
                told == null ? null : told.at(),
                message.facts().values().stream()
                        .filter(fact -> message.tells(fact.kind()))
                        .sorted(Comparator.comparing(Fact::at))
                        .map(FactView::of)
                        .toList());
    }

    static MessageView unseen(RecipientId id, @Nullable Contact contact, String outcome) {
        return new MessageView(
                id.value(), contact == null ? "" : contact.address().toString(), outcome, null, null, List.of());
    }

    private static String nameOf(FactKind kind) {
        return kind.metric().key();
    }
}
