package io.tidings.aws.ses;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.PauseKind;
import io.tidings.core.pacing.QuotaSource;
import io.tidings.core.pacing.QuotaUnknown;
import io.tidings.core.pacing.SendQuota;
import io.tidings.core.sending.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalDouble;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.GetSendQuotaResponse;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.GetAccountResponse;

/** What SES answers of the account, remembered: it answers once a second for the whole account, and what it refuses counts too. */
public final class SesQuotaSource implements QuotaSource {

    private static final Logger LOG = LoggerFactory.getLogger(SesQuotaSource.class);
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(1);
    private static final EmailAddress NO_SENDER = EmailAddress.of("nobody@tidings.invalid");

    private final Supplier<SendQuota> account;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Answer last;

    private sealed interface Answer {
        Instant until();

        SendQuota quota();
    }

    private record Known(SendQuota quota, Instant until) implements Answer {}

    private record Failed(String why, boolean refused, Instant until) implements Answer {
        @Override
        public SendQuota quota() {
            throw new QuotaUnknown(why, refused);
        }
    }

    private SesQuotaSource(Supplier<SendQuota> account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
    }

    public static SesQuotaSource of(SesV2Client client, InstantSource clock) {
        return new SesQuotaSource(() -> quota(client.getAccount(_ -> {})), clock);
    }

    /** By SES's older API, which does not tell whether the account is in the sandbox or stopped. */
    public static SesQuotaSource of(SesClient client, InstantSource clock) {
        return new SesQuotaSource(() -> quota(client.getSendQuota()), clock);
    }

    @Override
    public SendQuota current() {
        Answer seen = last;
        if (seen != null && seen.until().isAfter(clock.instant())) {
            return seen.quota();
        }
        if (!(seen instanceof Failed failed) || failed.refused()) {
            // After a refusal somebody may just have mended it.
            lock.lock();
        } else if (!lock.tryLock()) {
            // Somebody waits for an answer that may not come; the others need not.
            return seen.quota();
        }
        try {
            Answer other = last;
            if (other == null || !other.until().isAfter(clock.instant())) {
                other = ask(other);
                last = other;
            }
            return other.quota();
        } finally {
            lock.unlock();
        }
    }

    private Answer ask(@Nullable Answer before) {
        try {
            SendQuota quota = account.get();
            return new Known(quota, clock.instant().plus(FRESH));
        } catch (SdkException e) {
            return switch (SesOutcomes.of(e, NO_SENDER)) {
                case SendOutcome.Halted(PauseKind kind, String why) ->
                    failed(before, why, kind == PauseKind.CREDENTIALS_REFUSED);
                case SendOutcome.Throttled(String why) -> failed(before, why, false);
                case SendOutcome.NotReached(String why) -> failed(before, why, false);
                case SendOutcome.Unknown(String why) -> failed(before, why, false);
                case SendOutcome _ -> failed(before, e.getMessage(), false);
            };
        } catch (QuotaUnknown e) {
            return failed(before, e.getMessage(), e.refused());
        }
    }

    private Answer failed(@Nullable Answer before, @Nullable String why, boolean refused) {
        if (before instanceof Known(SendQuota quota, Instant _)) {
            // What was allowed ten seconds ago is the best guess there is.
            return new Known(quota, clock.instant().plus(FRESH));
        }
        String text = "SES does not say what the account may send: " + why;
        if (!(before instanceof Failed(String earlier, boolean _, Instant _) && earlier.equals(text))) {
            LOG.warn("{}", text);
        }
        return new Failed(text, refused, clock.instant().plus(BETWEEN_FAILURES));
    }

    private static SendQuota quota(GetAccountResponse account) {
        var quota = account.sendQuota();
        return quota(
                quota.maxSendRate(),
                quota.max24HourSend(),
                quota.sentLast24Hours(),
                Boolean.FALSE.equals(account.productionAccessEnabled()),
                !Boolean.FALSE.equals(account.sendingEnabled()));
    }

    private static SendQuota quota(GetSendQuotaResponse quota) {
        return quota(quota.maxSendRate(), quota.max24HourSend(), quota.sentLast24Hours(), false, true);
    }

    private static SendQuota quota(double rate, double day, double sent, boolean sandbox, boolean enabled) {
        if (rate <= 0) {
            throw new QuotaUnknown("its rate is " + rate + " messages a second", false);
        }
        // SES: -1 is no limit.
        return new SendQuota(rate, day < 0 ? OptionalDouble.empty() : OptionalDouble.of(day), sent, sandbox, enabled);
    }
}
