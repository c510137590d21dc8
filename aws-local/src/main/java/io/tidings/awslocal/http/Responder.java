package io.tidings.awslocal.http;

/**
 * Answers one request, now or later and from any thread. Only the first answer counts. An endpoint that calls nothing
 * leaves its client waiting, as a service that hangs would.
 */
public interface Responder {
    void respond(Response response);

    /** Closes the connection without an answer, so that the client cannot know what became of its request. */
    void drop();

    /** Whether the client has hung up, so that nobody would hear an answer. */
    default boolean isGone() {
        return false;
    }

    /** Reports a bug in the endpoint: logged, and answered with status 500. */
    void fail(Throwable bug);
}
