package io.tidings.service.campaigns;

import io.tidings.core.audience.ContactStore;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.sending.Figure;
import io.tidings.core.sending.FindPeople;
import io.tidings.service.web.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The people behind one figure of a campaign, page by page. */
@Singleton
class MessagePages {

    private static final Map<String, Figure> FIGURES = new TreeMap<>(Map.ofEntries(
            Map.entry("accepted", Figure.ACCEPTED),
            Map.entry("delivered", Figure.DELIVERED),
            Map.entry("opened", Figure.OPENED),
            Map.entry("clicked", Figure.CLICKED),
            Map.entry("autoReplied", Figure.AUTO_REPLIED),
            Map.entry("delayed", Figure.DELAYED),
            Map.entry("unsubscribed", Figure.UNSUBSCRIBED),
            Map.entry("complained", Figure.COMPLAINED),
            Map.entry("bounced", Figure.BOUNCED),
            Map.entry("bouncedPermanent", Figure.BOUNCED_PERMANENT),
            Map.entry("bouncedTransient", Figure.BOUNCED_TRANSIENT),
            Map.entry("bouncedUndetermined", Figure.BOUNCED_UNDETERMINED),
            Map.entry("suppressedBounces", Figure.SUPPRESSED_BOUNCES),
            Map.entry("rejected", Figure.REJECTED),
            Map.entry("renderingFailed", Figure.RENDERING_FAILED),
            Map.entry("messageFaults", Figure.MESSAGE_FAULTS),
            Map.entry("skipped", Figure.SKIPPED),
            Map.entry("refused", Figure.REFUSED),
            Map.entry("unknown", Figure.UNKNOWN),
            Map.entry("waiting", Figure.UNCLAIMED),
            Map.entry("cancelled", Figure.UNCLAIMED)));

    private final FindPeople people;
    private final ContactStore contacts;

    MessagePages(FindPeople people, ContactStore contacts) {
        this.people = people;
        this.contacts = contacts;
    }

    PeoplePage page(Campaign campaign, String outcome, @Nullable String cursor, int limit) {
        Figure figure = FIGURES.get(outcome);
        if (figure == null) {
            throw ProblemException.invalid("outcome", "must be one of " + String.join(", ", FIGURES.keySet()));
        }
        boolean cancelled = campaign.state() == CampaignState.CANCELLED;
        if (figure == Figure.UNCLAIMED && outcome.equals("cancelled") != cancelled) {
            return new PeoplePage(List.of(), null, 0);
        }
        try {
            return page(people.find(campaign, figure, cursor, limit), figure, outcome);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw ProblemException.invalid("cursor", "is not one that this list gave; begin without one");
        }
    }

    private PeoplePage page(FindPeople.Found found, Figure figure, String outcome) {
        var unseen = contacts.find(found.people().stream()
                .filter(person -> person.message().isEmpty())
                .map(FindPeople.Person::id)
                .toList());
        return new PeoplePage(
                found.people().stream()
                        .map(person -> person.message()
                                .map(message -> MessageView.of(
                                        message, figure.reason(message).orElse(null)))
                                .orElseGet(() -> MessageView.unseen(person.id(), unseen.get(person.id()), outcome)))
                        .toList(),
                found.next(),
                found.lookedAt());
    }
}
