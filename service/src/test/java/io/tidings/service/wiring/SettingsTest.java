package io.tidings.service.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.context.exceptions.BeanInstantiationException;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final TidingsSettings DEFAULTS = new TidingsSettings(
            "tidings-",
            "tidings",
            "bulk",
            false,
            List.of(),
            0.1,
            16,
            Duration.ofSeconds(60),
            Duration.ofSeconds(20),
            Duration.ofSeconds(90),
            Duration.ofSeconds(10),
            Duration.ofHours(12),
            "Tidings",
            "notifications@tidings.example",
            false,
            null,
            null);

    @Test
    void whatIsNotSetHasItsDefault() {
        assertThat(settings(Map.of())).isEqualTo(DEFAULTS);
    }

    @Test
    void everyKeyIsRead() {
        assertThat(settings(Map.ofEntries(
                        Map.entry("names", "ours-"),
                        Map.entry("configuration-set", "ours"),
                        Map.entry("ses-transport", "raw"),
                        Map.entry("provision", "true"),
                        Map.entry("sender-domains", "a.example,b.example"),
                        Map.entry("notification-share", "0.25"),
                        Map.entry("send-at-once", "4"),
                        Map.entry("lease", "40s"),
                        Map.entry("turn", "10s"),
                        Map.entry("grace", "2m"),
                        Map.entry("sweep-every", "5s"),
                        Map.entry("session-length", "1h"),
                        Map.entry("notification-sender-name", "Chat"),
                        Map.entry("notification-sender-address", "chat@a.example"),
                        Map.entry("giving-up-is-permanent", "true"),
                        Map.entry("aws-endpoint", "http://localhost:4566"),
                        Map.entry("first-login-file", "/run/first-login"))))
                .isEqualTo(new TidingsSettings(
                        "ours-",
                        "ours",
                        "raw",
                        true,
                        List.of("a.example", "b.example"),
                        0.25,
                        4,
                        Duration.ofSeconds(40),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(5),
                        Duration.ofHours(1),
                        "Chat",
                        "chat@a.example",
                        true,
                        URI.create("http://localhost:4566"),
                        "/run/first-login"));
    }

    @ParameterizedTest
    @CsvSource({
        "names, a name with blanks",
        "names, ''",
        "configuration-set, ''",
        "ses-transport, smtp",
        "ses-transport, ''",
        "provision, perhaps",
        "notification-share, -0.1",
        "notification-share, 0.95",
        "notification-share, half",
        "send-at-once, 0",
        "send-at-once, 257",
        "lease, 0s",
        "lease, soon",
        "lease, 20s",
        "turn, 60s",
        "turn, -1s",
        "grace, 0s",
        "grace, 34s",
        "sweep-every, 0s",
        "session-length, -1h",
        "notification-sender-name, ''",
        "notification-sender-address, ''",
        "notification-sender-address, nobody"
    })
    void whatCannotWorkIsRefusedAtStart(String key, String value) {
        assertThatThrownBy(() -> settings(Map.of(key, value)))
                .satisfies(e -> assertThat(everyMessageOf(e)).containsIgnoringCase(key.replace("-", "")));
    }

    private static String everyMessageOf(Throwable e) {
        StringBuilder messages = new StringBuilder();
        for (Throwable at = e; at != null; at = at.getCause()) {
            messages.append(at.getMessage()).append('\n');
        }
        return messages.toString().replace("-", "");
    }

    /** Of a context that really starts, and stops as soon as the settings are there. */
    private static TidingsSettings settings(Map<String, String> set) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("settings-test", true);
        set.forEach((key, value) -> properties.put("tidings." + key, value));
        try (ApplicationContext context =
                ApplicationContext.builder().properties(properties).build()) {
            context.start();
            throw new AssertionError("the context started although nobody stopped it");
        } catch (BeanInstantiationException e) {
            for (Throwable at = e; at != null; at = at.getCause()) {
                if (at instanceof Seen seen) {
                    return seen.settings;
                }
            }
            throw e;
        }
    }

    @Singleton
    @Requires(property = "settings-test")
    static final class StopHere implements BeanCreatedEventListener<TidingsSettings>, Ordered {
        @Override
        public TidingsSettings onCreated(BeanCreatedEvent<TidingsSettings> event) {
            throw new Seen(event.getBean());
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }

    private static final class Seen extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient TidingsSettings settings;

        Seen(TidingsSettings settings) {
            this.settings = settings;
        }
    }
}
