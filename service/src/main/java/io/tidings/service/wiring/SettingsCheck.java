package io.tidings.service.wiring;

import io.micronaut.context.env.Environment;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.lang.reflect.RecordComponent;

/** A value that cannot be read would quietly become the default; whoever set it wants to know. */
final class SettingsCheck {

    private final Environment environment;

    private SettingsCheck(Environment environment) {
        this.environment = environment;
    }

    @Singleton
    record OfService(Environment environment) implements BeanCreatedEventListener<TidingsSettings> {
        @Override
        public TidingsSettings onCreated(BeanCreatedEvent<TidingsSettings> event) {
            return new SettingsCheck(environment).checked("tidings.", event.getBean());
        }
    }

    @Singleton
    record OfLinks(Environment environment) implements BeanCreatedEventListener<LinkSettings> {
        @Override
        public LinkSettings onCreated(BeanCreatedEvent<LinkSettings> event) {
            return new SettingsCheck(environment).checked("tidings.", event.getBean());
        }
    }

    @Singleton
    record OfSuppression(Environment environment) implements BeanCreatedEventListener<SuppressionSettings> {
        @Override
        public SuppressionSettings onCreated(BeanCreatedEvent<SuppressionSettings> event) {
            return new SettingsCheck(environment).checked("tidings.suppression.", event.getBean());
        }
    }

    @Singleton
    record OfGuard(Environment environment) implements BeanCreatedEventListener<GuardSettings> {
        @Override
        public GuardSettings onCreated(BeanCreatedEvent<GuardSettings> event) {
            return new SettingsCheck(environment).checked("tidings.guard.", event.getBean());
        }
    }

    @Singleton
    record OfPrices(Environment environment) implements BeanCreatedEventListener<PriceSettings> {
        @Override
        public PriceSettings onCreated(BeanCreatedEvent<PriceSettings> event) {
            return new SettingsCheck(environment).checked("tidings.price.", event.getBean());
        }
    }

    @Singleton
    record OfWebhooks(Environment environment) implements BeanCreatedEventListener<WebhookSettings> {
        @Override
        public WebhookSettings onCreated(BeanCreatedEvent<WebhookSettings> event) {
            return new SettingsCheck(environment).checked("tidings.webhooks.", event.getBean());
        }
    }

    @Singleton
    record OfRateLimit(Environment environment) implements BeanCreatedEventListener<RateLimitSettings> {
        @Override
        public RateLimitSettings onCreated(BeanCreatedEvent<RateLimitSettings> event) {
            return new SettingsCheck(environment).checked("tidings.rate-limit.", event.getBean());
        }
    }

    @Singleton
    record OfNotifications(Environment environment) implements BeanCreatedEventListener<NotificationSettings> {
        @Override
        public NotificationSettings onCreated(BeanCreatedEvent<NotificationSettings> event) {
            return new SettingsCheck(environment).checked("tidings.notifications.", event.getBean());
        }
    }

    private <T extends Record> T checked(String prefix, T settings) {
        for (RecordComponent setting : settings.getClass().getRecordComponents()) {
            check(prefix + NameUtils.hyphenate(setting.getName()), setting.getType());
        }
        return settings;
    }

    private void check(String key, Class<?> type) {
        ArgumentConversionContext<?> wanted = ConversionContext.of(Argument.of(type));
        boolean read = environment.getProperty(key, wanted).isPresent();
        if (!read
                && environment
                        .getProperty(key, String.class)
                        .filter(text -> !text.isBlank())
                        .isPresent()) {
            throw new ConfigurationException(key + " cannot be read as a " + type.getSimpleName() + ": "
                    + environment.getProperty(key, String.class).orElse(""));
        }
        if (type == boolean.class) {
            environment.getProperty(key, String.class).ifPresent(text -> requireTruth(key, text));
        }
    }

    private static void requireTruth(String key, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new ConfigurationException(key + " must be true or false, not " + text);
        }
    }
}
