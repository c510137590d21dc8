package io.tidings.aws.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Sender;
import io.tidings.core.notification.Category;
import io.tidings.core.notification.Letter;
import io.tidings.core.notification.Letter.Inline;
import io.tidings.core.notification.Letter.OfTemplate;
import io.tidings.core.notification.Notification;
import io.tidings.core.notification.Priority;
import io.tidings.core.notification.Progress;
import io.tidings.core.notification.QuietHours;
import io.tidings.core.notification.Refusal;
import io.tidings.core.notification.Terms;
import io.tidings.core.template.TemplateContent;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A notification as an item. While it waits it is in the index of those that are due. */
final class NotificationItems {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** After it can no longer be sent, for whoever asks what became of it. */
    private static final Duration KEPT = Duration.ofDays(90);

    private NotificationItems() {}

    static Item item(Notification notification) {
        Item item = Item.empty()
                .text("id", notification.id())
                .text("to", notification.to().toString())
                .time("createdAt", notification.createdAt())
                .number("ttl", notification.terms().expiresAt().plus(KEPT).getEpochSecond());
        letter(item, notification.letter());
        terms(item, notification.terms());
        progress(item, notification);
        return item;
    }

    private static void letter(Item item, Letter letter) {
        item.text("senderName", letter.from().name())
                .text("senderAddress", letter.from().address().toString())
                .text("data", json(letter.data()))
                .text("locale", letter.locale())
                .text(
                        "replyTo",
                        letter.replyTo() == null ? null : letter.replyTo().toString())
                .text("headers", letter.headers().isEmpty() ? null : json(letter.headers()))
                .number("attachments", letter.attachments());
        switch (letter.source()) {
            case OfTemplate(String id, int version) ->
                item.text("templateId", id).number("templateVersion", version);
            case Inline(TemplateContent content) ->
                item.text("subject", content.subject())
                        .text("html", content.html())
                        .text("text", content.text());
        }
    }

    private static void terms(Item item, Terms terms) {
        item.text("category", terms.category().name())
                .text("priority", terms.priority().name())
                .time("notBefore", terms.notBefore())
                .time("expiresAt", terms.expiresAt())
                .text("collapseKey", terms.collapseKey())
                .text("cancelKey", terms.cancelKey())
                .text(
                        "quietHours",
                        terms.quietHours() == null ? null : terms.quietHours().toString())
                .text("zone", terms.zone() == null ? null : terms.zone().getId())
                .text("reference", terms.reference())
                .texts("tags", terms.tags());
    }

    private static void progress(Item item, Notification notification) {
        Progress progress = notification.progress();
        Refusal refusal = progress.refusal();
        item.text("state", progress.state().name())
                .number("fence", progress.fence())
                .time("leasedUntil", progress.leasedUntil())
                .time("askedAt", progress.askedAt())
                .number("attempts", progress.attempts())
                .time("quietUntil", progress.quietUntil())
                .text("countedOn", progress.countedOn())
                .text("refusalCode", refusal == null ? null : refusal.code())
                .text("refusal", refusal == null ? null : refusal.words())
                .time("endedAt", progress.endedAt());
        if (progress.due() != null) {
            Due.Place place = Due.place(notification.id(), notification.terms().priority());
            item.text(Due.PARTITION, place.key()).text(Due.SORT, Due.sort(progress.due(), 0));
        }
    }

    static Notification notification(Item item) {
        return new Notification(
                item.text("id"),
                EmailAddress.of(item.text("to")),
                letter(item),
                terms(item),
                item.time("createdAt"),
                progress(item));
    }

    private static Letter letter(Item item) {
        String replyTo = item.textOrNull("replyTo");
        String headers = item.textOrNull("headers");
        String templateId = item.textOrNull("templateId");
        return new Letter(
                new Sender(item.text("senderName"), EmailAddress.of(item.text("senderAddress"))),
                templateId == null
                        ? new Inline(
                                new TemplateContent(item.text("subject"), item.text("html"), item.textOrNull("text")))
                        : new OfTemplate(templateId, Math.toIntExact(item.number("templateVersion"))),
                map(item.text("data")),
                item.textOrNull("locale"),
                replyTo == null ? null : EmailAddress.of(replyTo),
                headers == null ? Map.of() : texts(headers),
                Math.toIntExact(item.number("attachments")));
    }

    private static Terms terms(Item item) {
        String quietHours = item.textOrNull("quietHours");
        String zone = item.textOrNull("zone");
        return new Terms(
                Category.valueOf(item.text("category")),
                Priority.valueOf(item.text("priority")),
                item.time("notBefore"),
                item.time("expiresAt"),
                item.textOrNull("collapseKey"),
                item.textOrNull("cancelKey"),
                quietHours == null ? null : QuietHours.parse(quietHours),
                zone == null ? null : ZoneId.of(zone),
                item.textOrNull("reference"),
                item.texts("tags"));
    }

    private static Progress progress(Item item) {
        String due = item.textOrNull(Due.SORT);
        return new Progress(
                Progress.State.valueOf(item.text("state")),
                due == null ? null : Due.time(due),
                item.number("fence"),
                item.timeOrNull("leasedUntil"),
                item.timeOrNull("askedAt"),
                item.number("attempts"),
                item.timeOrNull("quietUntil"),
                item.textOrNull("countedOn"),
                refusal(item),
                item.timeOrNull("endedAt"));
    }

    private static @Nullable Refusal refusal(Item item) {
        String code = item.textOrNull("refusalCode");
        return code == null ? null : new Refusal(code, item.text("refusal"));
    }

    static String json(Map<String, ?> data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the data of a notification must be plain JSON", e);
        }
    }

    static Map<String, Object> map(String json) {
        return read(json, new TypeReference<>() {});
    }

    private static Map<String, String> texts(String json) {
        return read(json, new TypeReference<>() {});
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is stored of a notification is not JSON", e);
        }
    }
}
