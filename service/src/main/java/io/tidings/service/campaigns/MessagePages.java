package io.tidings.service.campaigns;

import io.tidings.core.audience.ContactStore;
import io.tidings.core.audience.Page;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.Origin;
import io.tidings.core.sending.FindPeople;
import io.tidings.service.web.Items;
import io.tidings.service.web.ProblemException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The people behind one figure of a campaign, page by page. */
@Singleton
class MessagePages {

    /** What has an index of its own, because it is rare and looked at often. */
    private static final Map<String, List<FactKind>> INDEXED = Map.ofEntries(
            Map.entry(
                    "bounced",
                    List.of(
                            FactKind.BOUNCED_PERMANENT,
                            FactKind.BOUNCED_TRANSIENT,
                            FactKind.BOUNCED_UNDETERMINED,
                            FactKind.SUPPRESSED_BOUNCE)),
            Map.entry("bouncedPermanent", List.of(FactKind.BOUNCED_PERMANENT)),
            Map.entry("bouncedTransient", List.of(FactKind.BOUNCED_TRANSIENT)),
            Map.entry("bouncedUndetermined", List.of(FactKind.BOUNCED_UNDETERMINED)),
            Map.entry("suppressedBounces", List.of(FactKind.SUPPRESSED_BOUNCE)),
            Map.entry("complained", List.of(FactKind.COMPLAINED)),
            Map.entry("delayed", List.of(FactKind.DELAYED)),
            Map.entry("rejected", List.of(FactKind.REJECTED)),
            Map.entry("renderingFailed", List.of(FactKind.RENDERING_FAILED)),
            Map.entry("unsubscribed", List.of(FactKind.UNSUBSCRIBED)),
            Map.entry("skipped", List.of(FactKind.SKIPPED)),
            Map.entry("refused", List.of(FactKind.REFUSED_FOR_NOW, FactKind.REFUSED)));

    private final MessageLedger ledger;
    private final FindPeople people;
    private final ContactStore contacts;

    MessagePages(MessageLedger ledger, FindPeople people, ContactStore contacts) {
        this.ledger = ledger;
        this.people = people;
        this.contacts = contacts;
    }

    Items<MessageView> page(Campaign campaign, String outcome, @Nullable String cursor, int limit) {
        try {
            List<FactKind> kinds = INDEXED.get(outcome);
            return kinds == null ? walked(campaign, outcome, cursor, limit) : indexed(campaign, kinds, cursor, limit);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw ProblemException.invalid("cursor", "is not one that this list gave; begin without one");
        }
    }

    private Items<MessageView> indexed(Campaign campaign, List<FactKind> kinds, @Nullable String cursor, int limit) {
        String[] at = cursor == null ? new String[] {"0", ""} : cursor.split(":", 2);
        int kind = Integer.parseInt(at[0]);
        if (at.length != 2 || kind < 0) {
            throw new IllegalArgumentException("not a cursor");
        }
        String inKind = at[1].isEmpty() ? null : at[1];
        List<MessageView> found = new ArrayList<>();
        while (kind < kinds.size() && found.size() < limit) {
            Page<Message> page = ledger.wentWrong(
                    new Origin.OfCampaign(campaign.id()), kinds.get(kind), inKind, limit - found.size());
            page.items().forEach(message -> found.add(MessageView.of(message)));
            inKind = page.next();
            kind = inKind == null ? kind + 1 : kind;
        }
        return new Items<>(found, kind < kinds.size() ? kind + ":" + (inKind == null ? "" : inKind) : null);
    }

    private Items<MessageView> walked(Campaign campaign, String outcome, @Nullable String cursor, int limit) {
        boolean cancelled = campaign.state() == CampaignState.CANCELLED;
        FindPeople.Bucket bucket = switch (outcome) {
            case "accepted" -> FindPeople.Bucket.ACCEPTED;
            case "delivered" -> FindPeople.Bucket.DELIVERED;
            case "opened" -> FindPeople.Bucket.OPENED;
            case "clicked" -> FindPeople.Bucket.CLICKED;
            case "autoReplied" -> FindPeople.Bucket.AUTO_REPLIED;
            case "unknown" -> FindPeople.Bucket.UNKNOWN;
            case "waiting", "cancelled" -> FindPeople.Bucket.UNCLAIMED;
            default ->
                throw ProblemException.invalid(
                        "outcome",
                        "must be one of accepted, autoReplied, cancelled, clicked, delivered, opened, unknown, waiting, "
                                + String.join(", ", new TreeSet<>(INDEXED.keySet())));
        };
        if (outcome.equals("cancelled") != cancelled && bucket == FindPeople.Bucket.UNCLAIMED) {
            return Items.all(List.of());
        }
        Page<FindPeople.Person> page = people.find(campaign, bucket, cursor, limit);
        var unseen = contacts.find(page.items().stream()
                .filter(person -> person.message().isEmpty())
                .map(FindPeople.Person::id)
                .toList());
        return new Items<>(
                page.items().stream()
                        .map(person -> person.message()
                                .map(MessageView::of)
                                .orElseGet(() -> MessageView.unseen(person.id(), unseen.get(person.id()), outcome)))
                        .toList(),
                page.next());
    }
}
