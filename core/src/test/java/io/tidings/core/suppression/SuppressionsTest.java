package io.tidings.core.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.contract.Samples;
import io.tidings.core.suppression.Suppression.Reason;
import io.tidings.core.suppression.SuppressionEntry.Lift;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionsTest {

    private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
    private static final Instant NOON = Samples.NOON;
    private static final SuppressionPolicy POLICY = SuppressionPolicy.DEFAULT;
    private static final Purpose NEWS = new Purpose.CampaignMail("news");
    private static final Purpose CHAT = new Purpose.NotificationMail("conversation");

    @ParameterizedTest
    @CsvSource({
        // scope, the mail, whether it is stopped
        "everything, news, true",
        "everything, chat, true",
        "marketing, news, true",
        "marketing, chat, false",
        "topic:news, news, true",
        "topic:events, news, false",
        "topic:news, chat, false",
    })
    void aScopeStopsItsMailAndNoOther(String scope, String mail, boolean stops) {
        Suppressions known = Suppressions.none(ADA).with(in(SuppressionScope.parse(scope), Reason.UNSUBSCRIBED, NOON));
        assertThat(refuses(known, mail.equals("news") ? NEWS : CHAT, NOON.plusSeconds(1)))
                .isEqualTo(stops);
    }

    @Test
    void byPolicyAComplaintOfACampaignStopsNotificationsToo() {
        Suppressions known = Suppressions.none(ADA).with(in(SuppressionScope.MARKETING, Reason.COMPLAINT, NOON));
        SuppressionPolicy strict = new SuppressionPolicy(5, Duration.ofDays(3), Duration.ofDays(30), true, null);
        assertThat(known.decide(CHAT, NOON, POLICY)).isEqualTo(new Suppressions.Allowed());
        assertThat(known.decide(CHAT, NOON, strict)).isInstanceOf(Suppressions.Refused.class);
    }

    @Test
    void theWidestAndStrongestIsWhatAPersonIsTold() {
        Suppressions known = Suppressions.none(ADA)
                .with(in(SuppressionScope.topic("news"), Reason.UNSUBSCRIBED, NOON))
                .with(in(SuppressionScope.EVERYTHING, Reason.MANUAL, NOON))
                .with(in(SuppressionScope.EVERYTHING, Reason.BOUNCE, NOON));
        assertThat(known.decide(NEWS, NOON, POLICY))
                .isInstanceOfSatisfying(
                        Suppressions.Refused.class,
                        refused -> assertThat(refused.by().words())
                                .isEqualTo("the address does not exist or refuses all mail "
                                        + "(stops all mail, since 2026-03-01)"));
    }

    @Test
    void anOlderEventDoesNotUndoALift() {
        Lift lift = new Lift(null, NOON.plusSeconds(10), "ana", "the mailbox is back");
        Suppressions known = Suppressions.none(ADA)
                .with(in(SuppressionScope.EVERYTHING, Reason.BOUNCE, NOON))
                .with(SuppressionScope.EVERYTHING, lift)
                .with(in(SuppressionScope.EVERYTHING, Reason.COMPLAINT, NOON.plusSeconds(9)));
        assertThat(refuses(known, NEWS, NOON.plusSeconds(20))).isFalse();
        assertThat(known.in(SuppressionScope.EVERYTHING).lifts()).containsExactly(lift);

        Suppressions again = known.with(in(SuppressionScope.EVERYTHING, Reason.BOUNCE, NOON.plusSeconds(11)));
        assertThat(refuses(again, NEWS, NOON.plusSeconds(20))).isTrue();
        assertThat(again.active(NOON.plusSeconds(20), POLICY))
                .extracting(Suppressions.Active::since)
                .containsExactly(NOON.plusSeconds(11));
    }

    @Test
    void aLiftOfOneReasonLeavesTheOthers() {
        Suppressions known = Suppressions.none(ADA)
                .with(in(SuppressionScope.MARKETING, Reason.COMPLAINT, NOON))
                .with(in(SuppressionScope.MARKETING, Reason.UNSUBSCRIBED, NOON))
                .with(
                        SuppressionScope.MARKETING,
                        new Lift(Reason.COMPLAINT, NOON.plusSeconds(1), "the recipient", "not spam"));
        assertThat(known.active(NOON.plusSeconds(2), POLICY))
                .extracting(Suppressions.Active::reason)
                .containsExactly(Reason.UNSUBSCRIBED);
    }

    @Test
    void whatExpiresStopsNothingAfterwards() {
        Suppression until = new Suppression(
                ADA, SuppressionScope.EVERYTHING, Reason.MANUAL, "on holiday", NOON, NOON.plusSeconds(60));
        Suppressions known = Suppressions.none(ADA).with(until);
        assertThat(refuses(known, NEWS, NOON.plusSeconds(59))).isTrue();
        assertThat(refuses(known, NEWS, NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void aBounceIsForgottenOnlyByPolicy() {
        Suppressions known = Suppressions.none(ADA).with(in(SuppressionScope.EVERYTHING, Reason.BOUNCE, NOON));
        Instant years = NOON.plus(Duration.ofDays(2_000));
        assertThat(refuses(known, NEWS, years)).isTrue();
        SuppressionPolicy forgetful =
                new SuppressionPolicy(5, Duration.ofDays(3), Duration.ofDays(30), false, Duration.ofDays(365));
        assertThat(known.decide(NEWS, years, forgetful)).isEqualTo(new Suppressions.Allowed());
    }

    @Test
    void tooManySoftBouncesOverDaysStopMailForAWhile() {
        Suppressions known = Suppressions.none(ADA);
        for (int day = 0; day < 4; day++) {
            known = known.withSoftBounce("m" + day, NOON.plus(Duration.ofDays(day)));
        }
        assertThat(refuses(known, NEWS, NOON.plus(Duration.ofDays(4)))).isFalse();
        known = known.withSoftBounce("m4", NOON.plus(Duration.ofDays(4)));
        assertThat(refuses(known, NEWS, NOON.plus(Duration.ofDays(5)))).isTrue();
        assertThat(refuses(known, CHAT, NOON.plus(Duration.ofDays(33)))).isTrue();
        assertThat(refuses(known, NEWS, NOON.plus(Duration.ofDays(34)))).isFalse();
        assertThat(refuses(known.withDelivery(NOON.plus(Duration.ofDays(2))), NEWS, NOON.plus(Duration.ofDays(5))))
                .isFalse();
        Lift lift = new Lift(null, NOON.plus(Duration.ofDays(5)), "ana", "mended");
        assertThat(refuses(known.with(SuppressionScope.EVERYTHING, lift), NEWS, NOON.plus(Duration.ofDays(5))))
                .isFalse();
    }

    @Test
    void manySoftBouncesOfOneDayStopNothing() {
        Suppressions known = Suppressions.none(ADA);
        for (int i = 0; i < 100; i++) {
            known = known.withSoftBounce("m" + i, NOON.plusSeconds(i));
        }
        assertThat(refuses(known, NEWS, NOON.plus(Duration.ofDays(1)))).isFalse();
        assertThat(known.softBounces().bounces()).hasSize(SoftBounces.MOST_A_DAY);
    }

    private static boolean refuses(Suppressions known, Purpose purpose, Instant now) {
        return known.decide(purpose, now, POLICY) instanceof Suppressions.Refused;
    }

    private static Suppression in(SuppressionScope scope, Reason reason, Instant at) {
        return new Suppression(ADA, scope, reason, "as tested", at, null);
    }
}
