package io.tidings.awslocal.sqs;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message as it leaves for a client. */
record Received(
        String id,
        String receipt,
        byte[] md5,
        String body,
        Map<String, Attribute> attributes,
        long sentAt,
        long firstReceivedAt,
        int receives,
        @Nullable String sourceQueue) {}
