package io.tidings.awslocal.sqs;

import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Hears of every answer that leaves for a client, so that a fault may deliver some of its messages once more. */
@FunctionalInterface
public interface Redelivery {
    Redelivery NONE = (target, request, answer) -> {};

    void received(@Nullable String target, byte[] request, HttpResponse<byte[]> answer);
}
