package io.tidings.service.webhooks;

import io.tidings.core.webhook.Receiver;
import io.tidings.core.webhook.Webhook;
import io.tidings.service.wiring.WebhookSettings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Posts over HTTP: to public addresses, without following anybody elsewhere, and never for longer than a receiver may take. */
@Singleton
final class HttpReceiver implements Receiver {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    static final Duration WHOLE = Duration.ofSeconds(15);
    private static final TimeValue KEPT = TimeValue.ofMinutes(1);
    private static final int CONNECTIONS = 400;
    /** What a receiver answers is of no interest beyond its status; so much is read, that the connection can be used again. */
    private static final int MOST_READ = 4_096;

    private static final int GONE = 410;

    private final CloseableHttpClient http;
    private final InstantSource clock;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    HttpReceiver(WebhookSettings settings, InstantSource clock) {
        this.clock = clock;
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new PublicAddresses(settings.allowPrivate(), SystemDefaultDnsResolver.INSTANCE))
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(settings.atOnce())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(Timeout.of(WHOLE))
                        .setTimeToLive(KEPT)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build();
        this.http = HttpClients.custom()
                .setConnectionManager(connections)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .setUserAgent("Tidings-Webhooks/1")
                .build();
    }

    @Override
    public Answer post(Webhook webhook, List<String> secrets, String eventId, String body) {
        long timestamp = clock.instant().getEpochSecond();
        HttpPost post = new HttpPost(webhook.wishes().url());
        post.setHeader("webhook-id", eventId);
        post.setHeader("webhook-timestamp", Long.toString(timestamp));
        post.setHeader("webhook-signature", Signatures.of(secrets, eventId, timestamp, body));
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        // A socket's own time-out begins anew with every byte.
        Future<?> deadline = deadlines.schedule(post::cancel, WHOLE.toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = http.executeOpen(null, post, null)) {
            return answer(response);
        } catch (IOException | RuntimeException e) {
            return new Unreached(words(e, post.isCancelled()));
        } finally {
            deadline.cancel(false);
        }
    }

    private Answer answer(ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (response.getEntity() != null) {
            try (InputStream content = response.getEntity().getContent()) {
                content.readNBytes(MOST_READ);
            }
        }
        if (status >= 200 && status < 300) {
            return new Took(status);
        }
        if (status == GONE) {
            return new Gone(status);
        }
        String phrase = response.getReasonPhrase() == null ? "" : response.getReasonPhrase();
        String why = status >= 300 && status < 400 ? "redirects are not followed" : phrase;
        return new Refused(status, why.length() > 100 ? why.substring(0, 100) : why, retryAfter(response));
    }

    /** In seconds, or as a date. */
    private @Nullable Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        if (header == null) {
            return null;
        }
        String value = header.getValue().strip();
        try {
            if (value.chars().allMatch(Character::isDigit)) {
                return Duration.ofSeconds(Long.parseLong(value));
            }
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(clock.instant(), until);
        } catch (NumberFormatException | DateTimeParseException e) {
            return null;
        }
    }

    private static String words(Exception e, boolean outOfTime) {
        if (outOfTime) {
            return "no answer within " + WHOLE.toSeconds() + " s";
        }
        return switch (e) {
            case PublicAddresses.NotPublicException notPublic -> String.valueOf(notPublic.getMessage());
            case UnknownHostException _ -> "no such host";
            case NoRouteToHostException _ -> "no route to the host";
            case ConnectException _ -> "the connection was refused";
            case InterruptedIOException _ -> "no answer in time";
            case SSLException tls -> "TLS: " + tls.getMessage();
            default -> "the connection broke (" + e.getClass().getSimpleName() + ")";
        };
    }

    @PreDestroy
    void stop() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }
}
