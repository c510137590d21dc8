package io.tidings.service.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.webhook.EventType;
import io.tidings.core.webhook.Webhook.Only;
import io.tidings.core.webhook.Webhook.Wishes;
import io.tidings.service.web.Problem.FieldError;
import io.tidings.service.web.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody wants of a webhook, as he writes it. */
@Serdeable
@Schema(name = "NewWebhook")
record WebhookWishes(
        @Schema(
                description = "Where events are posted: https, and a public address",
                example = "https://chat.example.com/hooks/tidings")
        @NotBlank
        @Size(max = 500)
        String url,

        @Schema(
                description = "Which events; GET /api/v1/webhooks/event-types lists them",
                example = "[\"message.delivered\", \"message.bounced\", \"message.suppressed\"]")
        @NotEmpty
        @Size(max = 20)
        List<@NotBlank String> types,

        @Schema(description = "Whose events: all, campaigns or notifications", example = "notifications")
        @Nullable
        @Pattern(regexp = "all|campaigns|notifications")
        String only,

        @Schema(example = "marks unreachable people in the chat") @Nullable @Size(max = 200)
        String description) {

    /** @param addresses tells a host that is not to be reached; one that cannot be looked up now may be there later */
    Wishes read(PublicAddresses addresses, boolean allowPlain) {
        return new Wishes(
                url(addresses, allowPlain),
                eventTypes(),
                only == null ? Only.ALL : Only.valueOf(only.toUpperCase(Locale.ROOT)),
                description == null ? "" : description.strip());
    }

    private Set<EventType> eventTypes() {
        List<FieldError> errors = new ArrayList<>();
        Set<EventType> read = EnumSet.noneOf(EventType.class);
        for (int i = 0; i < types.size(); i++) {
            EventType type = EventType.read(types.get(i)).orElse(EventType.TEST);
            if (type == EventType.TEST) {
                String known = EventType.all().stream().map(EventType::wireName).collect(Collectors.joining(", "));
                errors.add(new FieldError("types[" + i + "]", "is none of " + known));
            }
            read.add(type);
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return read;
    }

    private URI url(PublicAddresses addresses, boolean allowPlain) {
        URI uri = parsed();
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(allowPlain && scheme.equals("http"))) {
            throw ProblemException.invalid("url", "must begin with https://");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw ProblemException.invalid("url", "must be like https://chat.example.com/hook, without @ and #");
        }
        try {
            String host = uri.getHost();
            addresses.resolve(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        } catch (PublicAddresses.NotPublicException e) {
            throw ProblemException.invalid("url", String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            // Whoever sets up both sides may begin with this one.
            return uri;
        }
        return uri;
    }

    private URI parsed() {
        try {
            return URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("url", "is not a URL");
        }
    }
}
