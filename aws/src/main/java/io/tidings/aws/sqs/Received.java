package io.tidings.aws.sqs;

import java.time.Instant;

/**
 * A queue message as a worker sees it: the same id, however often it comes.
 *
 * @param sentAt when it was put into the queue
 */
public record Received(String id, String body, Instant sentAt) {}
