package io.tidings.aws.deployment;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointParams;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointProvider;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.endpoints.SesV2EndpointParams;
import software.amazon.awssdk.services.sesv2.endpoints.SesV2EndpointProvider;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.endpoints.SqsEndpointParams;
import software.amazon.awssdk.services.sqs.endpoints.SqsEndpointProvider;

/** The four clients, over one pool of connections. */
public final class AwsClients implements AutoCloseable {

    private static final int CONNECTIONS = 200;
    /** Above SQS's longest poll of 20 seconds. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);
    /** Below the time a send may take, so that one that found no connection free is known as not sent. */
    private static final Duration FREE_CONNECTION_TIMEOUT = Duration.ofSeconds(5);

    private final software.amazon.awssdk.http.SdkHttpClient http = Apache5HttpClient.builder()
            .maxConnections(CONNECTIONS)
            .socketTimeout(SOCKET_TIMEOUT)
            .connectionTimeout(CONNECT_TIMEOUT)
            .connectionAcquisitionTimeout(FREE_CONNECTION_TIMEOUT)
            .dnsResolver(new FewAddresses(SystemDefaultDnsResolver.INSTANCE))
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

    /** Whether what is sent reaches nobody. */
    public boolean emulated() {
        return endpoint != null;
    }

    public DynamoDbClient dynamoDb() {
        return with(DynamoDbClient.builder()
                        .httpClient(http)
                        .endpointProvider(AwsClients.<DynamoDbEndpointParams>once(
                                DynamoDbEndpointProvider.defaultProvider()::resolveEndpoint)::apply))
                .build();
    }

    public SqsClient sqs() {
        return with(SqsClient.builder()
                        .httpClient(http)
                        .endpointProvider(AwsClients.<SqsEndpointParams>once(
                                SqsEndpointProvider.defaultProvider()::resolveEndpoint)::apply)
                        // TLS holds the bodies together as well as another hash of each would.
                        .checksumValidationEnabled(false))
                .build();
    }

    public SnsClient sns() {
        return with(SnsClient.builder().httpClient(http)).build();
    }

    /** Without retries: SES has no idempotency, and after a time-out a second try may be a second mail. The pipeline decides. */
    public SesV2Client ses() {
        return with(SesV2Client.builder()
                        .httpClient(http)
                        .endpointProvider(AwsClients.<SesV2EndpointParams>once(
                                SesV2EndpointProvider.defaultProvider()::resolveEndpoint)::apply)
                        .overrideConfiguration(AwsClients::neverTwice))
                .build();
    }

    /** SES's older API, for endpoints that have no other. */
    public SesClient sesV1() {
        return with(SesClient.builder().httpClient(http).overrideConfiguration(AwsClients::neverTwice))
                .build();
    }

    /** Where a client's calls go is the same for all of them; by itself the SDK works its rules out anew for each. */
    private static <P> Function<P, CompletableFuture<Endpoint>> once(Function<P, CompletableFuture<Endpoint>> rules) {
        AtomicReference<@Nullable CompletableFuture<Endpoint>> known = new AtomicReference<>();
        return parameters -> {
            CompletableFuture<Endpoint> endpoint = known.get();
            if (endpoint == null || endpoint.isCompletedExceptionally()) {
                endpoint = rules.apply(parameters);
                known.set(endpoint);
            }
            return endpoint;
        };
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
