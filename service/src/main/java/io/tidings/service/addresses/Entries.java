package io.tidings.service.addresses;

import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.feedback.SmtpStatus;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.Origin;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages as entries of a person's timeline. */
@Singleton
class Entries {

    private final CampaignStore campaigns;

    Entries(CampaignStore campaigns) {
        this.campaigns = campaigns;
    }

    List<AddressView.Entry> of(List<Message> messages) {
        return messages.stream()
                .map(this::entry)
                .sorted(Comparator.comparing(AddressView.Entry::at).reversed())
                .toList();
    }

    private AddressView.Entry entry(Message message) {
        boolean campaign = message.origin() instanceof Origin.OfCampaign;
        Fact outcome = message.outcome().map(message.facts()::get).orElse(null);
        List<AddressView.Evidence> evidence = message.facts().values().stream()
                .filter(fact -> message.tells(fact.kind()))
                .sorted(Comparator.comparing(Fact::at))
                .map(Entries::evidence)
                .toList();
        String topic = message.topic();
        return new AddressView.Entry(
                campaign ? "campaign" : "notification",
                message.origin().id(),
                campaign
                        ? campaigns
                                .find(message.origin().id())
                                .map(Campaign::name)
                                .orElse("(gone)")
                        : topic == null ? "notification" : topic,
                topic,
                evidence.isEmpty() ? Instant.EPOCH : evidence.getFirst().at(),
                outcome == null ? "unknown" : outcome.kind().metric().key(),
                rule(message, outcome),
                evidence);
    }

    private static AddressView.Evidence evidence(Fact fact) {
        boolean smtp = fact.status() != null && !fact.kind().isJudgement();
        String status = smtp ? fact.status() : null;
        String words = status == null ? "" : SmtpStatus.explain(status);
        return new AddressView.Evidence(
                fact.kind().metric().key(), fact.at(), fact.detail(), status, words.isEmpty() ? null : words);
    }

    private static String rule(Message message, @Nullable Fact outcome) {
        if (outcome == null) {
            return "SES was asked, and its answer is not known yet.";
        }
        String detail = outcome.detail() == null ? "" : outcome.detail();
        return switch (outcome.kind()) {
            case READY, ASKED -> "SES was asked, and its answer is not known yet.";
            case LEFT_UNKNOWN -> "SES was asked and never answered; the campaign leaves such messages alone.";
            case SKIPPED -> "Not sent: " + detail;
            case REFUSED -> "Not sent, SES would not take it: " + detail;
            case REFUSED_FOR_NOW -> "Not sent, for a reason that may pass: " + detail;
            case ACCEPTED, OTHER -> "Sent: SES took it, and nothing more is known yet.";
            case DELAYED -> "Sent, and not delivered yet: " + detail;
            case UNSUBSCRIBED -> "Sent, and the recipient unsubscribed.";
            case RENDERING_FAILED, REJECTED -> "SES took it and then did not send it: " + detail;
            case MESSAGE_FAULT, BOUNCED_UNDETERMINED, BOUNCED_TRANSIENT, BOUNCED_PERMANENT ->
                "Sent, and it came back: " + detail;
            case SUPPRESSED_BOUNCE -> "Handed to SES, which did not try: " + detail;
            case COMPLAINED -> "Sent, and the recipient marked it as spam.";
            case DELIVERED, AUTO_REPLIED -> "Sent and delivered.";
            case OPENED, CLICKED -> message.has(FactKind.DELIVERED) ? "Sent, delivered and seen." : "Sent and seen.";
            case OPENED_BY_HUMAN, OPENED_BY_HUMAN_AGAIN, OPENED_BY_MACHINE -> "Sent and opened.";
            case CLICKED_BY_HUMAN, CLICKED_BY_HUMAN_AGAIN, CLICKED_BY_MACHINE, CLICKED_LINKS -> "Sent and clicked.";
        };
    }
}
