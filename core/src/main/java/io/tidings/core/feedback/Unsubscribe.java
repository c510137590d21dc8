package io.tidings.core.feedback;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Contact;
import io.tidings.core.audience.ContactStore;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.Origin;
import io.tidings.core.ledger.Recorder;
import io.tidings.core.ledger.Recorder.News;
import io.tidings.core.suppression.Suppression;
import io.tidings.core.suppression.Suppression.Reason;
import io.tidings.core.suppression.SuppressionScope;
import io.tidings.core.suppression.SuppressionStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

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

    /** The mail whose link it was. */
    public record Mailing(EmailAddress address, Campaign campaign) {}

    public Optional<Mailing> find(RecipientId recipient, String campaignId) {
        return campaigns
                .find(campaignId)
                .flatMap(campaign -> address(recipient, campaign).map(address -> new Mailing(address, campaign)));
    }

    /** The ledger may not know of the mail yet, where somebody is quick and its sender died; then the contact tells. */
    private Optional<EmailAddress> address(RecipientId recipient, Campaign campaign) {
        MessageLedger.Key key = new MessageLedger.Key(recipient, new Origin.OfCampaign(campaign.id()));
        return Optional.ofNullable(ledger.find(List.of(key)).get(key))
                .map(Message::address)
                .or(() -> contacts.find(recipient).map(Contact::address));
    }

    /**
     * @param fromAll from all campaigns, not only those of the same topic
     * @return what is no longer sent
     */
    public SuppressionScope leave(Mailing mailing, boolean fromAll) {
        Instant now = clock.instant();
        Campaign campaign = mailing.campaign();
        SuppressionScope scope = fromAll ? SuppressionScope.MARKETING : SuppressionScope.topic(campaign.topic());
        Origin origin = new Origin.OfCampaign(campaign.id());
        suppressions.add(new Suppression(
                mailing.address(), scope, Reason.UNSUBSCRIBED, "the link in the mail of " + origin.key(), now, null));
        Fact fact = Fact.of(FactKind.UNSUBSCRIBED, now, "Used the link in the mail to leave " + scope.words() + ".");
        new Recorder(ledger).record(List.of(new News(mailing.address(), origin, campaign.templateId(), List.of(fact))));
        return scope;
    }
}
