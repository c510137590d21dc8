package io.tidings.core.sending;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Contact;
import io.tidings.core.audience.ContactStore;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.ledger.Batch;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.MessageTags;
import io.tidings.core.ledger.Origin;
import io.tidings.core.ledger.Recorder.News;
import io.tidings.core.suppression.Purpose;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.core.suppression.Suppressions;
import io.tidings.core.template.MergeFields;
import io.tidings.core.template.RenderedContent;
import io.tidings.core.template.TemplateEngine.CompiledTemplate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides who of a batch is written to, and what. Contacts and suppressions are read now, not when the campaign was planned. */
public final class ComposeBatch {

    public static final String UNSUBSCRIBE_URL = "unsubscribeUrl";

    private final ContactStore contacts;
    private final SuppressionStore suppressions;
    private final SuppressionPolicy policy;
    private final UnsubscribeLinks links;
    private final FrozenTemplates templates;
    private final InstantSource clock;

    public ComposeBatch(
            ContactStore contacts,
            SuppressionStore suppressions,
            SuppressionPolicy policy,
            UnsubscribeLinks links,
            FrozenTemplates templates,
            InstantSource clock) {
        this.contacts = contacts;
        this.suppressions = suppressions;
        this.policy = policy;
        this.links = links;
        this.templates = templates;
        this.clock = clock;
    }

    /** @param decided those who are not asked for, with the reason */
    public record Composed(List<Mail> mails, List<News> decided) {}

    public Composed compose(Campaign campaign, Batch batch) {
        Map<RecipientId, Contact> people = contacts.find(batch.unknown());
        Map<RecipientId, Suppressions> suppressed = suppressions.find(batch.unknown());
        Purpose purpose = new Purpose.CampaignMail(campaign.topic());
        CompiledTemplate template =
                templates.compiled(campaign.templateId(), campaign.launched().templateVersion());
        List<Mail> mails = new ArrayList<>();
        List<News> decided = new ArrayList<>();
        for (RecipientId id : batch.unknown()) {
            Contact contact = people.get(id);
            if (contact == null) {
                // Contacts are not removed yet; when they are, their erasure has to leave a fact here.
                throw new IllegalStateException("recipient " + id + " of batch " + batch.key() + " is no contact");
            }
            Suppressions known = suppressed.getOrDefault(id, Suppressions.none(contact.address()));
            switch (known.decide(purpose, clock.instant(), policy)) {
                case Suppressions.Refused(Suppressions.Active by) ->
                    decided.add(news(campaign, contact.address(), FactKind.SKIPPED, by.words()));
                case Suppressions.Allowed() ->
                    render(
                            campaign,
                            batch,
                            contact,
                            template,
                            !known.softBounces().isEmpty(),
                            mails,
                            decided);
            }
        }
        return new Composed(mails, decided);
    }

    private void render(
            Campaign campaign,
            Batch batch,
            Contact contact,
            CompiledTemplate template,
            boolean watched,
            List<Mail> mails,
            List<News> decided) {
        String link = links.link(contact.id(), campaign.id());
        RenderedContent content;
        try {
            content = template.render(fieldsOf(contact, link));
        } catch (IllegalArgumentException e) {
            decided.add(news(
                    campaign, contact.address(), FactKind.REFUSED_FOR_NOW, "the template failed: " + e.getMessage()));
            return;
        }
        MessageTags tags = new MessageTags(
                new Origin.OfCampaign(campaign.id()),
                contact.id(),
                campaign.templateId(),
                campaign.topic(),
                batch.fence());
        mails.add(new Mail(
                contact.address(),
                campaign.sender(),
                content,
                ListHeaders.of(campaign, link),
                watched ? MessageTags.watched(tags.toMap()) : tags.toMap()));
    }

    /** What is recorded of those who may have got it and are not asked for again. */
    public List<News> leftUnknown(Campaign campaign, List<RecipientId> people) {
        return contacts.find(people).values().stream()
                .map(contact -> news(campaign, contact.address(), FactKind.LEFT_UNKNOWN, "left unknown by policy"))
                .toList();
    }

    /** A contact's merge fields: its attributes, its address as {@code email}, and where it leaves as {@code unsubscribeUrl}. */
    public static MergeFields fieldsOf(Contact contact, String unsubscribeUrl) {
        Map<String, Object> fields = new HashMap<>(contact.attributes());
        fields.put("email", contact.address().toString());
        fields.put(UNSUBSCRIBE_URL, unsubscribeUrl);
        return new MergeFields(fields);
    }

    private News news(Campaign campaign, EmailAddress address, FactKind kind, @Nullable String why) {
        return new News(
                address,
                new Origin.OfCampaign(campaign.id()),
                campaign.templateId(),
                campaign.topic(),
                List.of(Fact.of(kind, clock.instant(), why)));
    }
}
