package io.tidings.awslocal;

import io.tidings.awslocal.dynamodb.Meter;
import io.tidings.awslocal.http.Endpoint;
import io.tidings.awslocal.http.Request;
import io.tidings.awslocal.http.Responder;
import io.tidings.awslocal.http.Response;
import io.tidings.awslocal.ses.Ses;
import io.tidings.awslocal.wire.Json;

/** `GET /_usage`: what was consumed since the start, as a bill would have it. */
final class UsageEndpoint implements Endpoint {
    static final String PATH = "/_usage";

    private final Meter meter;
    private final Ses ses;

    UsageEndpoint(Meter meter, Ses ses) {
        this.meter = meter;
        this.ses = ses;
    }

    @Override
    public void handle(Request request, Responder responder) {
        var body = Json.object();
        var tables = body.putObject("dynamodb");
        meter.byTable()
                .forEach((name, units) ->
                        tables.putObject(name).put("readUnits", units.read()).put("writeUnits", units.written()));
        body.putObject("ses").put("accepted", ses.accepted()).put("throttled", ses.throttled());
        responder.respond(Response.of(200, "application/json", Json.bytes(body)));
    }
}
