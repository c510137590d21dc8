package io.tidings.awslocal;

import io.tidings.awslocal.http.Endpoint;
import io.tidings.awslocal.http.Request;
import io.tidings.awslocal.http.Responder;
import io.tidings.awslocal.http.Response;

/** Asks to wait until what is behind it is ready. */
final class Door implements Endpoint {
    private volatile Endpoint behind =
            (request, responder) -> responder.respond(Response.text(503, "aws-local is starting\n"));

    void open(Endpoint ready) {
        behind = ready;
    }

    @Override
    public void handle(Request request, Responder responder) throws Exception {
        behind.handle(request, responder);
    }
}
