package io.tidings.aws.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tidings.aws.Emulator;
import io.tidings.aws.deployment.AwsClients;
import io.tidings.awslocal.AwsLocal;
import io.tidings.awslocal.Options;
import io.tidings.core.pacing.QuotaSource;
import io.tidings.core.pacing.QuotaUnknown;
import io.tidings.core.pacing.SendQuota;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.GetAccountResponse;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

class SesQuotaSourceTest {

    private static final SendQuota FOURTEEN = new SendQuota(14, OptionalDouble.of(50_000), 7, false, true);
    private static final SdkException DENIED = SesV2Exception.builder()
            .statusCode(403)
            .awsErrorDetails(AwsErrorDetails.builder()
                    .errorCode("AccessDeniedException")
                    .errorMessage("not authorized to perform: ses:GetAccount")
                    .build())
            .build();

    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private volatile Supplier<GetAccountResponse> ses = SesQuotaSourceTest::fourteen;
    private final AtomicInteger calls = new AtomicInteger();
    private final QuotaSource quotas = SesQuotaSource.of(client(), () -> now);

    @Test
    void anAnswerIsGoodForTenSeconds() {
        assertThat(quotas.current()).isEqualTo(FOURTEEN);
        now = now.plusSeconds(9);
        assertThat(quotas.current()).isEqualTo(FOURTEEN);
        assertThat(calls).hasValue(1);
        now = now.plusSeconds(1);
        assertThat(quotas.perSecond()).isEqualTo(14);
        assertThat(calls).hasValue(2);
    }

    @Test
    void aFailureIsRememberedForASecond() {
        fails(SdkClientException.create("Read timed out"));
        for (int i = 0; i < 5; i++) {
            assertUnknown(false, "Read timed out");
            assertThat(quotas.perSecond()).isZero();
        }
        assertThat(calls).hasValue(1);
        now = now.plusSeconds(1);
        assertUnknown(false, "Read timed out");
        assertThat(calls).hasValue(2);
        now = now.plusSeconds(1);
        ses = SesQuotaSourceTest::fourteen;
        assertThat(quotas.current()).isEqualTo(FOURTEEN);
    }

    @Test
    void aRefusalIsToldFromWhatPasses() {
        fails(DENIED);
        assertUnknown(true, "ses:GetAccount");
    }

    @Test
    void noCredentialsAreARefusalToo() {
        fails(SdkClientException.create("Unable to load credentials from any of the providers in the chain"));
        assertUnknown(true, "Unable to load credentials");
    }

    @Test
    void whatWasOnceKnownIsBetterThanNothing() {
        assertThat(quotas.current()).isEqualTo(FOURTEEN);
        fails(DENIED);
        now = now.plus(Duration.ofMinutes(5));
        assertThat(quotas.current()).isEqualTo(FOURTEEN);
        assertThat(quotas.current()).isEqualTo(FOURTEEN);
        assertThat(calls).hasValue(2);
    }

    @Test
    void anAccountThatMaySendNothingASecondSendsNothing() {
        ses = () -> GetAccountResponse.builder()
                .sendQuota(quota -> quota.maxSendRate(0.0).max24HourSend(0.0).sentLast24Hours(0.0))
                .build();
        assertUnknown(false, "0.0 messages a second");
    }

    @Test
    void whileSomebodyWaitsForAnAnswerTheOthersNeedNot() throws InterruptedException {
        fails(SdkClientException.create("Read timed out"));
        assertUnknown(false, "Read timed out");
        now = now.plusSeconds(1);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        ses = () -> {
            asked.countDown();
            awaitUninterrupted(answered);
            return fourteen();
        };
        Thread waiting = Thread.ofVirtual().start(quotas::current);
        asked.await();
        assertUnknown(false, "Read timed out");
        answered.countDown();
        waiting.join();
        assertThat(quotas.current()).isEqualTo(FOURTEEN);
        assertThat(calls).hasValue(2);
    }

    @Test
    void theOlderApiTellsTheQuotaToo() {
        assumeThat(Emulator.hasFaults()).as("others have their own quota").isTrue();
        try (AwsLocal aws = AwsLocal.start(Options.DEFAULT);
                AwsClients clients = AwsClients.at(aws.endpoint())) {
            SendQuota second = SesQuotaSource.of(clients.ses(), () -> now).current();
            assertThat(SesQuotaSource.of(clients.sesV1(), () -> now).current()).isEqualTo(second);
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fails(SdkException fault) {
        ses = () -> {
            throw fault;
        };
    }

    private void assertUnknown(boolean refused, String why) {
        assertThatThrownBy(quotas::current)
                .isInstanceOfSatisfying(
                        QuotaUnknown.class,
                        unknown -> assertThat(unknown.refused()).isEqualTo(refused))
                .hasMessageContaining(why);
    }

    private static GetAccountResponse fourteen() {
        return GetAccountResponse.builder()
                .sendQuota(
                        quota -> quota.maxSendRate(14.0).max24HourSend(50_000.0).sentLast24Hours(7.0))
                .productionAccessEnabled(true)
                .sendingEnabled(true)
                .build();
    }

    private SesV2Client client() {
        return (SesV2Client) Proxy.newProxyInstance(
                SesV2Client.class.getClassLoader(), new Class<?>[] {SesV2Client.class}, (_, _, _) -> {
                    calls.incrementAndGet();
                    return ses.get();
                });
    }
}
