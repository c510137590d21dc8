package io.tidings.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.contract.Samples;
import io.tidings.core.feedback.Unsubscribe.Mailing;
import io.tidings.core.ledger.Origin;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.suppression.SuppressionEntry.Lift;
import io.tidings.core.suppression.SuppressionScope;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnsubscribeTest {

    private final MemoryPorts ports = new MemoryPorts();
    private final EmailAddress ada = Samples.address();
    private final Mailing spring = new Mailing(ada, new Origin.OfCampaign("spring"), "news", null, null);
    private final SuppressionScope news = Unsubscribe.scope(spring, false);
    private Instant now = Samples.NOON;
    private final Unsubscribe unsubscribe =
            new Unsubscribe(ports.ledger(), ports.contacts(), ports.campaigns(), ports.suppressions(), () -> now);

    @Test
    void theSameLinkIsNewsOnce() {
        assertThat(unsubscribe.isNews(spring, news)).isTrue();
        unsubscribe.leave(spring, news);
        assertThat(unsubscribe.isNews(spring, news)).isFalse();
    }

    @Test
    void leavingMoreOrByAnotherMailIsNews() {
        unsubscribe.leave(spring, news);
        assertThat(unsubscribe.isNews(spring, Unsubscribe.scope(spring, true))).isTrue();
        Mailing summer = new Mailing(ada, new Origin.OfCampaign("summer"), "news", null, null);
        assertThat(unsubscribe.isNews(summer, news)).isTrue();
    }

    @Test
    void leavingAgainAfterALiftIsNews() {
        unsubscribe.leave(spring, news);
        now = now.plusSeconds(60);
        ports.suppressions()
                .change(ada, known -> known.with(news, new Lift(null, now, "bo@example.com", "asked for it")));
        now = now.plusSeconds(60);
        assertThat(unsubscribe.isNews(spring, news)).isTrue();
        unsubscribe.leave(spring, news);
        assertThat(unsubscribe.isNews(spring, news)).isFalse();
    }
}
