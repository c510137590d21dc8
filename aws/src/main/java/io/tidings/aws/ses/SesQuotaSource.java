package io.tidings.aws.ses;

import io.tidings.core.pacing.QuotaSource;
import io.tidings.core.pacing.SendQuota;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalDouble;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.GetAccountResponse;

/** GetAccount, remembered: SES answers it once a second for the whole account. */
public final class SesQuotaSource implements QuotaSource {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final SesV2Client client;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Known known;

    private record Known(SendQuota quota, Instant until) {}

    public SesQuotaSource(SesV2Client client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public SendQuota current() {
        Known seen = known;
        if (seen != null && seen.until().isAfter(clock.instant())) {
            return seen.quota();
        }
        lock.lock();
        try {
            Known other = known;
            if (other != null && other.until().isAfter(clock.instant())) {
                return other.quota();
            }
            return ask(other);
        } finally {
            lock.unlock();
        }
    }

    private SendQuota ask(@Nullable Known before) {
        SendQuota quota;
        try {
            quota = quota(client.getAccount(_ -> {}));
        } catch (SdkException e) {
            if (before == null) {
                throw e;
            }
            // What was allowed ten seconds ago is the best guess there is.
            quota = before.quota();
        }
        known = new Known(quota, clock.instant().plus(FRESH));
        return quota;
    }

    private static SendQuota quota(GetAccountResponse account) {
        double day = account.sendQuota().max24HourSend();
        return new SendQuota(
                account.sendQuota().maxSendRate(),
                // SES: -1 is no limit.
                day < 0 ? OptionalDouble.empty() : OptionalDouble.of(day),
                account.sendQuota().sentLast24Hours(),
                Boolean.FALSE.equals(account.productionAccessEnabled()),
                !Boolean.FALSE.equals(account.sendingEnabled()));
    }
}
