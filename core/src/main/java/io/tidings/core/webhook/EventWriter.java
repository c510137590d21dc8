package io.tidings.core.webhook;

/** Writes the body that receivers get: of the same event the same body. */
public interface EventWriter {

    String body(Event event);
}
