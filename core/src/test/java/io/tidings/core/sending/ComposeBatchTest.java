package io.tidings.core.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.audience.Contact;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.contract.Samples;
import io.tidings.core.ledger.Batch;
import io.tidings.core.ledger.BatchKey;
import io.tidings.core.ledger.MessageTags;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.suppression.Suppression;
import io.tidings.core.suppression.Suppression.Reason;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.suppression.SuppressionScope;
import io.tidings.core.template.MergeFields;
import io.tidings.core.template.RenderedContent;
import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateContent;
import io.tidings.core.template.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComposeBatchTest {

    private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
    private static final String LINK = "https://mail.example.com/u/ada";

    private final MemoryPorts ports = new MemoryPorts();
    private final Campaign campaign =
            Samples.draft().launching(new Campaign.Launch(Samples.NOON, "ana@example.com", 1));

    @Test
    void everyMailCarriesTheWayOut() {
        Mail mail = compose().mails().getFirst();
        assertThat(mail.headers())
                .containsEntry("List-Unsubscribe", "<" + LINK + ">")
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .containsEntry("List-Id", "<" + campaign.topic() + ".tidings.example>");
        assertThat(mail.content().text().toString()).isEqualTo(LINK);
        assertThat(MessageTags.isWatched(mail.tags())).isFalse();
    }

    @Test
    void whoLeftTheTopicIsSkippedAndWhoLeftAnotherIsNot() {
        leave("another-topic");
        assertThat(compose().mails()).hasSize(1);
        leave(campaign.topic());
        ComposeBatch.Composed composed = compose();
        assertThat(composed.mails()).isEmpty();
        assertThat(composed.decided().getFirst().facts().getFirst().detail())
                .isEqualTo("the recipient unsubscribed (stops campaigns about " + campaign.topic()
                        + ", since 2026-03-01)");
    }

    @Test
    void theMailToSomebodyWhoseMailCameBackIsWatched() {
        ports.suppressions().change(ADA, known -> known.withSoftBounce("campaign#1", Samples.NOON));
        assertThat(MessageTags.isWatched(compose().mails().getFirst().tags())).isTrue();
    }

    private void leave(String topic) {
        ports.suppressions()
                .add(new Suppression(
                        ADA, SuppressionScope.topic(topic), Reason.UNSUBSCRIBED, "the link", Samples.NOON, null));
    }

    private ComposeBatch.Composed compose() {
        ports.contacts().upsert(List.of(new Contact(ADA, Map.of(), Samples.NOON)));
        ports.templates()
                .add(new Template(
                        campaign.templateId(), 1, "Spring", new TemplateContent("s", "h", "t"), Samples.NOON));
        ComposeBatch compose = new ComposeBatch(
                ports.contacts(),
                ports.suppressions(),
                SuppressionPolicy.DEFAULT,
                (_, _) -> LINK,
                new FrozenTemplates(ports.templates(), _ -> new TemplateEngine.Compiled(new ShowsTheLink())),
                () -> Samples.NOON);
        Batch batch = Batch.planned(new BatchKey(campaign.id(), 0, 0), List.of(ADA.recipientId()), Samples.NOON)
                .claimed(Samples.NOON, SendSettings.DEFAULT.lease());
        return compose.compose(campaign, batch);
    }

    private record ShowsTheLink() implements TemplateEngine.CompiledTemplate {
        @Override
        public RenderedContent render(MergeFields fields) {
            return new RenderedContent("s", "h", String.valueOf(fields.values().get(ComposeBatch.UNSUBSCRIBE_URL)));
        }

        @Override
        public Set<String> fields() {
            return Set.of();
        }
    }
}
