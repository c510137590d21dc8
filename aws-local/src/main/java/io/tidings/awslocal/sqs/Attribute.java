package io.tidings.awslocal.sqs;

/** A message attribute; a binary one carries base64. */
public record Attribute(String type, String value) {

    boolean isBinary() {
        return type.startsWith("Binary");
    }
}
