package io.tidings.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.contract.Samples;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import org.junit.jupiter.api.Test;

class MessageTest {

    private static final Origin SPRING = new Origin.OfCampaign("spring");

    @Test
    void lateDeliveryNeverUndoesABounce() {
        Message message = Samples.message(SPRING, FactKind.BOUNCED_PERMANENT)
                .with(Samples.message(SPRING, FactKind.DELIVERED).facts().values());
        assertThat(message.outcome()).contains(FactKind.BOUNCED_PERMANENT);
        assertThat(message.has(FactKind.DELIVERED)).isTrue();
    }

    @Test
    void anythingSesReportsShowsThatItWasAccepted() {
        assertThat(Samples.message(SPRING, FactKind.DELIVERED).settled()).isTrue();
        assertThat(Samples.message(SPRING, FactKind.DELIVERED).has(FactKind.ACCEPTED))
                .isTrue();
    }

    @Test
    void aRefusalThatWasAcceptedAfterAllCountsOnce() {
        Message message = Samples.message(SPRING, FactKind.REFUSED, FactKind.ACCEPTED);
        assertThat(message.tally().of(Scope.campaign("spring"), Bucket.TOTAL).of(Metric.ACCEPTED))
                .isEqualTo(1);
        assertThat(message.tally().of(Scope.campaign("spring"), Bucket.TOTAL).of(Metric.REFUSED))
                .isZero();
    }

    @Test
    void anAutomaticReplyLeavesTheMailDelivered() {
        Message message = Samples.message(SPRING, FactKind.DELIVERED, FactKind.AUTO_REPLIED);
        assertThat(message.tally().of(Scope.campaign("spring"), Bucket.TOTAL).of(Metric.DELIVERED))
                .isEqualTo(1);
        assertThat(message.tally().of(Scope.campaign("spring"), Bucket.TOTAL).of(Metric.BOUNCED_TRANSIENT))
                .isZero();
    }

    @Test
    void tagsComeBackAsTheyWereGiven() {
        MessageTags tags = new MessageTags(SPRING, Samples.address().recipientId(), "t1", 2);
        assertThat(MessageTags.read(tags.toMap())).contains(tags);
        assertThat(MessageTags.read(java.util.Map.of("origin", "elsewhere", "origin-id", "x", "recipient", "y")))
                .isEmpty();
    }
}
