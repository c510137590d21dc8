package io.tidings.service.notifications;

import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which version of a template is the newest, as it was a second ago: notifications of the same template come by the hundred. */
@Singleton
final class NewestTemplates {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final int MOST = 256;

    private final TemplateStore templates;
    private final InstantSource clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(int version, Instant at) {}

    NewestTemplates(TemplateStore templates, InstantSource clock) {
        this.templates = templates;
        this.clock = clock;
    }

    @Nullable
    Integer version(String id) {
        Instant now = clock.instant();
        Seen last = seen.get(id);
        if (last != null && last.at().plus(A_MOMENT).isAfter(now)) {
            return last.version();
        }
        Integer version = templates.find(id).map(Template::version).orElse(null);
        if (seen.size() >= MOST) {
            seen.clear();
        }
        if (version != null) {
            seen.put(id, new Seen(version, now));
        }
        return version;
    }
}
