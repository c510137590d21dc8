package io.tidings.aws.ses;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.aws.deployment.AwsClients;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.PauseKind;
import io.tidings.core.campaign.Sender;
import io.tidings.core.sending.Mail;
import io.tidings.core.sending.SendOutcome;
import io.tidings.core.sending.SendOutcome.Halted;
import io.tidings.core.sending.SendOutcome.NotReached;
import io.tidings.core.sending.SendOutcome.Unknown;
import io.tidings.core.template.RenderedContent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Of calls that really fail so, because what the SDK throws then is nowhere promised. */
class NoAnswerTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final AwsCredentialsProvider SOME =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    @Test
    void aRefusedConnectionSentNothing() throws IOException {
        int free;
        try (ServerSocket taken = new ServerSocket(0)) {
            free = taken.getLocalPort();
        }
        assertUnsent(sendWithOurClient(URI.create("http://127.0.0.1:" + free)));
    }

    @Test
    void aNameThatIsNotFoundSentNothing() {
        assertUnsent(sendWithOurClient(URI.create("http://nowhere.invalid")));
    }

    @Test
    void aConnectionThatIsNotMadeInTimeSentNothing() throws IOException {
        // Linux lets one more wait than it was told, and leaves the next one without an answer.
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> waiting = new ArrayList<>();
            try {
                for (int i = 0; i < 2; i++) {
                    waiting.add(new Socket(full.getInetAddress(), full.getLocalPort()));
                }
                assertUnsent(send(client(http(10), full, SOME)));
            } finally {
                for (Socket socket : waiting) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void waitingTooLongForAFreeConnectionSentNothing() throws Exception {
        try (ServerSocket silent = silent()) {
            Apache5HttpClient.Builder one = http(1).socketTimeout(Duration.ofSeconds(30));
            CountDownLatch asked = new CountDownLatch(1);
            SesV2Client client = client(one, silent, SOME);
            Thread first = Thread.ofVirtual().start(() -> {
                asked.countDown();
                send(client);
            });
            asked.await();
            try (Socket its = silent.accept()) {
                assertThat(its.isConnected()).isTrue();
                assertUnsent(send(client));
            }
            first.join();
        }
    }

    @Test
    void silenceAfterTheRequestMayHideAMail() throws IOException {
        try (ServerSocket silent = silent()) {
            assertThat(send(client(http(10), silent, SOME))).isInstanceOf(Unknown.class);
        }
    }

    @Test
    void aConnectionThatEndsBeforeTheAnswerMayHideAMail() throws IOException {
        try (ServerSocket server = silent()) {
            Thread.ofVirtual().start(() -> {
                try (Socket accepted = server.accept()) {
                    assertThat(accepted.getInputStream().read()).isPositive();
                } catch (IOException e) {
                    // The other side sees to it.
                }
            });
            assertThat(send(client(http(10), server, SOME))).isInstanceOf(Unknown.class);
        }
    }

    @Test
    void withoutCredentialsNothingIsSentUntilSomebodyActs() throws IOException {
        AwsCredentialsProvider none = AwsCredentialsProviderChain.of(ProfileCredentialsProvider.builder()
                .profileFile(ProfileFile.aggregator().build())
                .build());
        try (ServerSocket silent = silent()) {
            assertThat(send(client(http(10), silent, none)))
                    .isInstanceOfSatisfying(
                            Halted.class, halted -> assertThat(halted.kind()).isEqualTo(PauseKind.CREDENTIALS_REFUSED));
        }
    }

    @Test
    void credentialsThatCannotBeHadJustNowAreWaitedFor() {
        SdkClientException fault = SdkClientException.create("Failed to load credentials from metadata service.");
        assertThat(NoAnswer.of(fault)).isInstanceOf(NotReached.class);
    }

    @ParameterizedTest
    @CsvSource({"403, Halted", "400, Halted", "429, NotReached", "500, NotReached", "503, NotReached"})
    void whoIsAskedForCredentialsFirstIsNotSes(int status, String outcome) {
        var refused = AwsServiceException.builder()
                .statusCode(status)
                .message("not you")
                .build();
        assertThat(NoAnswer.of(refused).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"Client execution did not complete before the specified timeout", "Read timed out"})
    void whateverElseWentWrongMayHideAMail(String text) {
        assertThat(NoAnswer.of(SdkClientException.create(text))).isInstanceOf(Unknown.class);
    }

    private static void assertUnsent(SendOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        NotReached.class,
                        throttled -> assertThat(throttled.why()).startsWith("SES cannot be reached"));
    }

    private static SendOutcome sendWithOurClient(URI endpoint) {
        try (AwsClients clients = AwsClients.at(endpoint)) {
            return send(clients.ses());
        }
    }

    private static ServerSocket silent() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static Apache5HttpClient.Builder http(int connections) {
        return Apache5HttpClient.builder()
                .maxConnections(connections)
                .connectionAcquisitionTimeout(SHORT)
                .connectionTimeout(SHORT)
                .socketTimeout(SHORT);
    }

    private static SesV2Client client(
            Apache5HttpClient.Builder http, ServerSocket server, AwsCredentialsProvider credentials) {
        InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
        return SesV2Client.builder()
                .httpClientBuilder(http)
                .overrideConfiguration(configuration -> configuration.retryStrategy(retries -> retries.maxAttempts(1)))
                .endpointOverride(URI.create("http://127.0.0.1:" + address.getPort()))
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .build();
    }

    private static SendOutcome send(SesV2Client client) {
        Mail mail = new Mail(
                EmailAddress.of("ada@example.com"),
                new Sender("Tidings", EmailAddress.of("hello@tidings.example")),
                new RenderedContent("s", "h", "t"),
                Map.of(),
                Map.of());
        return new SesBulkTransport(client, "tidings").send(List.of(mail)).getFirst();
    }
}
