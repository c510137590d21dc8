package io.tidings.aws.sqs;

/** A queue message as a worker sees it: the same id, however often it comes. */
public record Received(String id, String body) {}
