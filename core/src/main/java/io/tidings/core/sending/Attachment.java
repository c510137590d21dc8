package io.tidings.core.sending;

/**
 * A file that goes with a mail.
 *
 * @param base64 its bytes as mail carries them
 */
public record Attachment(String name, String contentType, String base64) {}
