package io.tidings.service.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import io.tidings.core.address.EmailAddress;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set; docs/settings.md tells what for.
 *
 * @param names what the names of tables, queues and topics begin with
 * @param sesTransport by which call mail is handed to SES
 * @param provision whether tables, queues and the topic are made at start; for emulators only
 * @param senderDomains domains registered with SES when provisioning
 * @param notificationShare the part of the 24-hour quota that campaigns leave for notifications
 * @param sendAtOnce batches in work at the same time
 * @param lease how long a claimed batch is left alone
 * @param turn how long a worker holds a batch at most
 * @param grace how long an unknown message waits for SES's events before it is sent again
 * @param sweepEvery how often stalled campaigns are looked for
 * @param sessionLength how long a login lasts
 * @param notificationSenderName in whose name notifications go out
 * @param notificationSenderAddress and from which address
 * @param givingUpIsPermanent whether a mail that SES tried to deliver for as long as it tries stops mail; for replays
 * @param awsEndpoint where AWS is, when it is an emulator; {@code AWS_ENDPOINT_URL} does the same
 * @param firstLoginFile where the first login is written; to the log when it is not set
 */
@Context
@ConfigurationProperties("tidings")
public record TidingsSettings(
        @Bindable(defaultValue = "tidings-") @Pattern(regexp = "[A-Za-z0-9_-]{1,32}")
        String names,

        @Bindable(defaultValue = "tidings") @NotBlank String configurationSet,
        @Bindable(defaultValue = "bulk") String sesTransport,
        @Bindable(defaultValue = "false") boolean provision,
        @Bindable(defaultValue = "") List<String> senderDomains,

        @Bindable(defaultValue = "0.1") @DecimalMin("0") @DecimalMax("0.9")
        double notificationShare,

        @Bindable(defaultValue = "16") @Min(1) @Max(256) int sendAtOnce,
        @Bindable(defaultValue = "60s") Duration lease,
        @Bindable(defaultValue = "20s") Duration turn,
        @Bindable(defaultValue = "90s") Duration grace,
        @Bindable(defaultValue = "10s") Duration sweepEvery,
        @Bindable(defaultValue = "12h") Duration sessionLength,
        @Bindable(defaultValue = "Tidings") @NotBlank String notificationSenderName,

        @Bindable(defaultValue = "notifications@tidings.example") @NotBlank
        String notificationSenderAddress,

        @Bindable(defaultValue = "false") boolean givingUpIsPermanent,
        @Nullable URI awsEndpoint,
        @Nullable String firstLoginFile) {

    /** SES has ten seconds to answer, and a few mails that go in calls of their own some more. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(15);

    public TidingsSettings {
        SesTransport.named(sesTransport);
        senderDomains =
                senderDomains.stream().filter(domain -> !domain.isBlank()).toList();
        Map.of("lease", lease, "turn", turn, "grace", grace, "sweep-every", sweepEvery, "session-length", sessionLength)
                .forEach(TidingsSettings::requirePositive);
        if (turn.compareTo(lease) >= 0) {
            throw new IllegalArgumentException("tidings.turn (" + turn + ") must be shorter than tidings.lease ("
                    + lease + "), or two workers could hold one batch");
        }
        if (grace.compareTo(turn.plus(LONGEST_CALL)) < 0) {
            throw new IllegalArgumentException("tidings.grace (" + grace + ") must be at least "
                    + LONGEST_CALL.toSeconds() + "s longer than tidings.turn (" + turn
                    + "), or a message could be sent again while SES is still asked for it");
        }
        if (EmailAddress.read(notificationSenderAddress) instanceof EmailAddress.Invalid(String why)) {
            throw new IllegalArgumentException("tidings.notification-sender-address " + why);
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("tidings." + name + " must be longer than nothing, not " + value);
        }
    }
}
