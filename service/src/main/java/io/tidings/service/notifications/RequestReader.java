package io.tidings.service.notifications;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Sender;
import io.tidings.core.notification.Category;
import io.tidings.core.notification.Event;
import io.tidings.core.notification.LaneSettings;
import io.tidings.core.notification.Letter;
import io.tidings.core.notification.Notification;
import io.tidings.core.notification.PostNotification.Wanted;
import io.tidings.core.notification.Priority;
import io.tidings.core.notification.Progress;
import io.tidings.core.notification.QuietHours;
import io.tidings.core.notification.Terms;
import io.tidings.core.sending.Attachment;
import io.tidings.service.notifications.NewNotification.NewCollapse;
import io.tidings.service.notifications.NewNotification.NewQuietHours;
import io.tidings.service.web.Ids;
import io.tidings.service.web.Problem.FieldError;
import io.tidings.service.web.ProblemException;
import io.tidings.service.wiring.TidingsSettings;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a notification of what a program asks for, or tells every mistake in it. */
@Singleton
final class RequestReader {

    static final int LONGEST_BODY = 150_000;
    static final int MOST_ATTACHMENTS = 5;
    static final int MOST_HEADERS = 8;
    static final int MOST_TAGS = 5;
    private static final Duration FARTHEST = Duration.ofDays(90);
    // DynamoDB: an item has at most 400 KB.
    private static final int LARGEST = 350_000;
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,50}");
    private static final int LONGEST_DATA = 100_000;

    private final RecipientReader recipients;
    private final ContentReader contents;
    private final LaneSettings lane;
    private final InstantSource clock;
    private final EmailAddress senderAddress;
    private final String senderName;

    RequestReader(
            RecipientReader recipients,
            ContentReader contents,
            LaneSettings lane,
            InstantSource clock,
            TidingsSettings settings) {
        this.recipients = recipients;
        this.contents = contents;
        this.lane = lane;
        this.clock = clock;
        this.senderAddress = EmailAddress.of(settings.notificationSenderAddress());
        this.senderName = settings.notificationSenderName();
    }

    Wanted read(NewNotification request) {
        List<FieldError> mistakes = new ArrayList<>();
        RecipientReader.Found to = recipients.read(request.recipient(), mistakes);
        Letter.Source source = contents.source(request, mistakes);
        String data = contents.data(request, mistakes);
        if (data.length() > LONGEST_DATA) {
            mistakes.add(
                    new FieldError("data", "has " + data.length() + " characters as JSON; at most " + LONGEST_DATA));
        } else if (size(request) + data.length() > LARGEST) {
            mistakes.add(new FieldError("content", "with data it has more than " + LARGEST + " bytes"));
        }
        List<Attachment> attachments = AttachmentReader.read(request.attachments(), mistakes);
        Map<String, String> headers = HeaderReader.read(request.headers(), mistakes);
        EmailAddress replyTo = replyTo(request, mistakes);
        Terms terms = terms(request, to, mistakes);
        Sender from = new Sender(senderName(request, mistakes), senderAddress);
        if (!mistakes.isEmpty() || to == null || source == null || terms == null) {
            throw ProblemException.invalid(mistakes);
        }
        Instant now = now();
        boolean gathers = terms.collapseKey() != null;
        Map<String, Object> fields = request.data() == null ? Map.of() : request.data();
        Letter letter = new Letter(
                from, source, gathers ? Map.of() : fields, request.locale(), replyTo, headers, attachments.size());
        Notification notification = new Notification(
                Ids.next(), to.address(), letter, terms, now, Progress.waiting(terms.notBefore(), null));
        Event event = gathers ? new Event(Ids.next(), now, fields, request.cancelIf(), data.length()) : null;
        return new Wanted(notification, attachments, event);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static int size(NewNotification request) {
        NewNotification.InlineContent content = request.content();
        return content == null
                ? 0
                : ContentReader.bytes(content.subject())
                        + ContentReader.bytes(content.html())
                        + ContentReader.bytes(content.text() == null ? "" : content.text());
    }

    private @Nullable Terms terms(
            NewNotification request, RecipientReader.@Nullable Found to, List<FieldError> mistakes) {
        Instant now = now();
        Category category = request.category() == null ? Category.CONVERSATION : Category.of(request.category());
        Priority priority =
                request.priority() == null ? category.priority() : Priority.valueOf(upper(request.priority()));
        Instant notBefore = notBefore(request, now, mistakes);
        Instant expiresAt = request.expiresAt() == null ? notBefore.plus(lane.worth(category)) : request.expiresAt();
        if (request.expiresAt() != null && notBefore.isAfter(now) && !expiresAt.isAfter(notBefore)) {
            mistakes.add(new FieldError("expiresAt", "is before it would be sent, at " + notBefore));
        }
        if (expiresAt.isAfter(notBefore.plus(FARTHEST))) {
            mistakes.add(new FieldError("expiresAt", "is more than 90 days after it would be sent"));
        }
        NewCollapse collapse = request.collapse();
        return new Terms(
                category,
                priority,
                notBefore,
                expiresAt,
                collapse == null ? null : collapse.key(),
                collapse == null ? request.cancelIf() : null,
                quietHours(request.quietHours(), mistakes),
                to == null ? null : to.zone(),
                request.reference(),
                tags(request.tags(), mistakes));
    }

    private static List<String> tags(@Nullable List<String> tags, List<FieldError> mistakes) {
        List<String> read = tags == null ? List.of() : tags;
        for (int i = 0; i < read.size(); i++) {
            if (!TAG.matcher(read.get(i)).matches()) {
                mistakes.add(new FieldError("tags[" + i + "]", "has to be 1 to 50 of A-Z a-z 0-9 _ and -"));
            }
        }
        return read;
    }

    private static String upper(String key) {
        return key.toUpperCase(Locale.ROOT);
    }

    private static Instant notBefore(NewNotification request, Instant now, List<FieldError> mistakes) {
        Instant sendAt = request.sendAt();
        NewCollapse collapse = request.collapse();
        if (collapse != null) {
            if (sendAt != null) {
                mistakes.add(new FieldError("sendAt", "events are sent when their window ends; leave it out"));
            }
            if (request.attachments() != null && !request.attachments().isEmpty()) {
                mistakes.add(new FieldError("attachments", "events that are collapsed into one mail have none"));
            }
            return now.plusSeconds(collapse.windowSeconds());
        }
        if (sendAt != null && sendAt.isAfter(now.plus(FARTHEST))) {
            mistakes.add(new FieldError("sendAt", "is more than 90 days ahead"));
        }
        return sendAt == null || sendAt.isBefore(now) ? now : sendAt;
    }

    private static @Nullable QuietHours quietHours(@Nullable NewQuietHours hours, List<FieldError> mistakes) {
        if (hours == null) {
            return null;
        }
        boolean off = hours.off() != null && hours.off();
        if (off && hours.from() == null && hours.to() == null) {
            return QuietHours.NONE;
        }
        if (off || hours.from() == null || hours.to() == null || hours.from().equals(hours.to())) {
            mistakes.add(new FieldError("quietHours", "give two different times, from and to, or off alone"));
            return null;
        }
        return new QuietHours(LocalTime.parse(hours.from()), LocalTime.parse(hours.to()));
    }

    private static @Nullable EmailAddress replyTo(NewNotification request, List<FieldError> mistakes) {
        if (request.replyTo() == null) {
            return null;
        }
        return switch (EmailAddress.read(request.replyTo())) {
            case EmailAddress.Valid(EmailAddress address) -> address;
            case EmailAddress.Invalid(String why) -> {
                mistakes.add(new FieldError("replyTo", why));
                yield null;
            }
        };
    }

    private String senderName(NewNotification request, List<FieldError> mistakes) {
        String name = request.senderName();
        if (name == null) {
            return senderName;
        }
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            mistakes.add(new FieldError("senderName", "has to be one line of text"));
        }
        return name;
    }

    static Optional<ZoneId> zone(@Nullable String name) {
        try {
            return Optional.ofNullable(name).map(ZoneId::of);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
