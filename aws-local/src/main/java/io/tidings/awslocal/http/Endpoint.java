package io.tidings.awslocal.http;

import java.util.concurrent.Executor;

/** Answers requests. Called on a connection's event loop, which must not be held up: slow work belongs elsewhere, see {@link #on}. */
@FunctionalInterface
public interface Endpoint {
    void handle(Request request, Responder responder) throws Exception;

    /** The same endpoint, called on another thread, where it may block. */
    default Endpoint on(Executor executor) {
        return (request, responder) -> executor.execute(() -> {
            try {
                handle(request, responder);
            } catch (Exception e) {
                responder.fail(e);
            }
        });
    }
}
