package io.tidings.awslocal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** Warnings and errors to the console, unless a configuration of its own is named. */
final class Logging {
    private Logging() {}

    static void configure() {
        if (System.getProperty("logback.configurationFile") == null
                && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger("ROOT").setLevel(Level.WARN);
        }
    }
}
