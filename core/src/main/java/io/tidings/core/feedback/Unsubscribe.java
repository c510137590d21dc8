package io.tidings.core.feedback;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Contact;
import io.tidings.core.audience.ContactStore;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.Origin;
import io.tidings.core.ledger.Recorder;
import io.tidings.core.ledger.Recorder.News;
import io.tidings.core.suppression.Purpose;
import io.tidings.core.suppression.Suppression;
import io.tidings.core.suppression.Suppression.Reason;
import io.tidings.core.suppression.SuppressionScope;
import io.tidings.core.suppression.SuppressionStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody used the link of a mail to get no more of them. A second time changes nothing. */
public final class Unsubscribe {

    private final MessageLedger ledger;
    private final ContactStore contacts;
    private final CampaignStore campaigns;
    private final SuppressionStore suppressions;
    private final InstantSource clock;

    public Unsubscribe(
            MessageLedger ledger,
            ContactStore contacts,
            CampaignStore campaigns,
            SuppressionStore suppressions,
            InstantSource clock) {
        this.ledger = ledger;
        this.contacts = contacts;
        this.campaigns = campaigns;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /**
     * The mail whose link it was.
     *
     * @param topic a campaign's topic, or a notification's category
     * @param senderName in whose name a campaign was sent; notifications have the account's
     */
    public record Mailing(
            EmailAddress address,
            Origin origin,
            String topic,
            @Nullable String templateId,
            @Nullable String senderName) {}

    public Optional<Mailing> find(RecipientId recipient, Origin origin) {
        return switch (origin) {
            case Origin.OfCampaign(String id) ->
                campaigns
                        .find(id)
                        .flatMap(campaign -> address(recipient, origin)
                                .map(address -> new Mailing(
                                        address,
                                        origin,
                                        campaign.topic(),
                                        campaign.templateId(),
                                        campaign.sender().name())));
            // The ledger tells; should its sender have died, SES's own report does before anybody reads the mail.
            case Origin.OfNotification _ ->
                message(recipient, origin)
                        .flatMap(message -> Optional.ofNullable(message.topic())
                                .filter(topic -> new Purpose.NotificationMail(topic).leavable())
                                .map(topic ->
                                        new Mailing(message.address(), origin, topic, message.templateId(), null)));
        };
    }

    private Optional<Message> message(RecipientId recipient, Origin origin) {
        MessageLedger.Key key = new MessageLedger.Key(recipient, origin);
        return Optional.ofNullable(ledger.find(List.of(key)).get(key));
    }

    /** The ledger may not know of the mail yet, where somebody is quick and its sender died; then the contact tells. */
    private Optional<EmailAddress> address(RecipientId recipient, Origin origin) {
        return message(recipient, origin)
                .map(Message::address)
                .or(() -> contacts.find(recipient).map(Contact::address));
    }

    /** @param fromAll all campaigns, not only what is of the same topic */
    public static SuppressionScope scope(Mailing mailing, boolean fromAll) {
        return fromAll ? SuppressionScope.MARKETING : SuppressionScope.topic(mailing.topic());
    }

    /** Whether leaving would change anything: mail services repeat themselves, and people press twice. */
    public boolean isNews(Mailing mailing, SuppressionScope scope) {
        return !suppressions.find(mailing.address()).in(scope).holds(Reason.UNSUBSCRIBED)
                || message(mailing.address().recipientId(), mailing.origin())
                        .filter(message -> message.has(FactKind.UNSUBSCRIBED))
                        .isEmpty();
    }

    /** @param scope what is no longer sent */
    public void leave(Mailing mailing, SuppressionScope scope) {
        Instant now = clock.instant();
        suppressions.add(new Suppression(
                mailing.address(),
                scope,
                Reason.UNSUBSCRIBED,
                "the link in the mail of " + mailing.origin().key(),
                now,
                null));
        Fact fact = Fact.of(FactKind.UNSUBSCRIBED, now, "Used the link in the mail to leave " + scope.words() + ".");
        new Recorder(ledger)
                .record(List.of(new News(mailing.address(), mailing.origin(), mailing.templateId(), List.of(fact))));
    }
}
