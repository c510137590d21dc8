package io.tidings.client;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One mail to ask for. {@code Notification.to("ada@example.com").content(subject, html).build()} is enough; the rest is choice. */
public final class Notification {

    private final Map<String, Object> fields;

    private Notification(Map<String, Object> fields) {
        this.fields = Map.copyOf(fields);
    }

    /** As the API reads it. */
    Map<String, Object> fields() {
        return fields;
    }

    public static Builder to(String email) {
        return new Builder("email", email);
    }

    public static Builder toContact(String contactId) {
        return new Builder("contactId", contactId);
    }

    public static final class Builder {
        private final Map<String, Object> fields = new LinkedHashMap<>();
        private final Map<String, Object> recipient = new LinkedHashMap<>();
        private final List<Map<String, Object>> attachments = new ArrayList<>();

        private Builder(String who, String value) {
            recipient.put(who, value);
        }

        /** For quiet hours. */
        public Builder timeZone(ZoneId zone) {
            recipient.put("timeZone", zone.getId());
            return this;
        }

        /** Mustache; what it is filled with is {@link #data}. */
        public Builder content(String subject, String html) {
            return set("content", Map.of("subject", subject, "html", html));
        }

        public Builder content(String subject, String html, String text) {
            return set("content", Map.of("subject", subject, "html", html, "text", text));
        }

        /** In place of content of its own. */
        public Builder template(String templateId) {
            return set("templateId", templateId);
        }

        /** Texts, numbers, booleans, lists and maps of them. */
        public Builder data(Map<String, ?> data) {
            return set("data", data);
        }

        public Builder locale(String languageTag) {
            return set("locale", languageTag);
        }

        public Builder category(Category category) {
            return set("category", category);
        }

        /** It overtakes other notifications. */
        public Builder highPriority() {
            return set("priority", "high");
        }

        public Builder sendAt(Instant time) {
            return set("sendAt", time.toString());
        }

        /** Worthless after this time. */
        public Builder expiresAt(Instant time) {
            return set("expiresAt", time.toString());
        }

        /** Within the window all with the same key and recipient become one mail; its template gets {@code events} and {@code count}. */
        public Builder collapse(String key, Duration window) {
            return set("collapse", Map.of("key", key, "windowSeconds", window.toSeconds()));
        }

        /** {@link TidingsClient#cancel} with this key withdraws it as long as it waits. */
        public Builder cancelIf(String key) {
            return set("cancelIf", key);
        }

        /** Not between these times on the recipient's clock. */
        public Builder quietHours(LocalTime from, LocalTime to) {
            return set("quietHours", Map.of("from", from.toString(), "to", to.toString()));
        }

        /** Your own name for it; it comes back in the status and in webhooks. */
        public Builder reference(String reference) {
            return set("reference", reference);
        }

        public Builder tags(String... tags) {
            return set("tags", List.of(tags));
        }

        public Builder replyTo(String email) {
            return set("replyTo", email);
        }

        public Builder headers(Map<String, String> headers) {
            return set("headers", headers);
        }

        public Builder attach(String name, String contentType, byte[] content) {
            attachments.add(Map.of(
                    "name",
                    name,
                    "contentType",
                    contentType,
                    "content",
                    Base64.getEncoder().encodeToString(content)));
            return this;
        }

        public Notification build() {
            Map<String, Object> all = new LinkedHashMap<>(fields);
            all.put("recipient", Map.copyOf(recipient));
            if (!attachments.isEmpty()) {
                all.put("attachments", List.copyOf(attachments));
            }
            return new Notification(all);
        }

        private Builder set(String field, Object value) {
            fields.put(field, value);
            return this;
        }
    }
}
