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
@Singleton
final class SettingsCheck implements BeanCreatedEventListener<TidingsSettings> {

    private final Environment environment;

    SettingsCheck(Environment environment) {
        this.environment = environment;
    }

    @Override
    public TidingsSettings onCreated(BeanCreatedEvent<TidingsSettings> event) {
        for (RecordComponent setting : TidingsSettings.class.getRecordComponents()) {
            check("tidings." + NameUtils.hyphenate(setting.getName()), setting.getType());
        }
        return event.getBean();
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
