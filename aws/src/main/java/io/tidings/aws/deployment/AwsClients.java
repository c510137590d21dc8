package io.tidings.aws.deployment;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The four clients, over one pool of connections. */
public final class AwsClients implements AutoCloseable {

    private static final int CONNECTIONS = 200;
    /** Above SQS's longest poll of 20 seconds. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);

    private final software.amazon.awssdk.http.SdkHttpClient http = Apache5HttpClient.builder()
            .maxConnections(CONNECTIONS)
            .socketTimeout(SOCKET_TIMEOUT)
            .connectionTimeout(CONNECT_TIMEOUT)
            .build();
    private final @Nullable URI endpoint;

    private AwsClients(@Nullable URI endpoint) {
        this.endpoint = endpoint;
    }

    /** As the machine is set up; {@code AWS_ENDPOINT_URL} points all four at an emulator. */
    public static AwsClients ofEnvironment() {
        String url = System.getenv("AWS_ENDPOINT_URL");
        return new AwsClients(url == null || url.isBlank() ? null : URI.create(url));
    }

    /** All four at an emulator, with credentials it does not check. */
    public static AwsClients at(URI endpoint) {
        return new AwsClients(endpoint);
    }

    public DynamoDbClient dynamoDb() {
        return with(DynamoDbClient.builder().httpClient(http)).build();
    }

    public SqsClient sqs() {
        return with(SqsClient.builder().httpClient(http)).build();
    }

    public SnsClient sns() {
        return with(SnsClient.builder().httpClient(http)).build();
    }

    /** Without retries: SES has no idempotency, and after a time-out a second try may be a second mail. The pipeline decides. */
    public SesV2Client ses() {
        return with(SesV2Client.builder().httpClient(http).overrideConfiguration(AwsClients::neverTwice))
                .build();
    }

    /** SES's older API, for endpoints that have no other. */
    public SesClient sesV1() {
        return with(SesClient.builder().httpClient(http).overrideConfiguration(AwsClients::neverTwice))
                .build();
    }

    private static void neverTwice(ClientOverrideConfiguration.Builder configuration) {
        configuration
                .retryStrategy(RetryMode.STANDARD)
                .retryStrategy(retries -> retries.maxAttempts(1))
                .apiCallTimeout(SEND_TIMEOUT);
    }

    private <B extends AwsClientBuilder<B, ?>> B with(B builder) {
        if (endpoint == null) {
            return builder;
        }
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }

    @Override
    public void close() {
        http.close();
    }
}
