package io.tidings.awslocal.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.awslocal.http.Endpoint;
import io.tidings.awslocal.http.Request;
import io.tidings.awslocal.http.Responder;
import io.tidings.awslocal.http.Response;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.time.InstantSource;

/** `/_faults`: GET shows, POST adds, PUT replaces, DELETE clears. `/_faults/rules` takes one rule by POST. */
public final class FaultsEndpoint implements Endpoint {
    public static final String PATH = "/_faults";

    /** The account's standing belongs to SES, but is set here too. */
    public interface Account {
        ObjectNode show();

        void change(JsonNode changes);

        void reset();
    }

    private final Faults faults;
    private final Account account;
    private final PlanReader reader;

    public FaultsEndpoint(Faults faults, Account account, InstantSource clock) {
        this.faults = faults;
        this.account = account;
        this.reader = new PlanReader(clock);
    }

    @Override
    public void handle(Request request, Responder responder) {
        try {
            act(request);
            var shown = reader.write(faults.plan(), faults.dice().seed());
            shown.set("account", account.show());
            responder.respond(Response.of(200, "application/json", Json.bytes(shown)));
        } catch (Refusal refusal) {
            var problem = Json.object().put("message", refusal.text());
            responder.respond(Response.of(refusal.status(), "application/json", Json.bytes(problem)));
        }
    }

    private void act(Request request) {
        switch (request.method() + " " + request.path()) {
            case "GET /_faults" -> {}
            case "DELETE /_faults" -> {
                faults.set(FaultPlan.NONE);
                account.reset();
            }
            case "PUT /_faults" -> set(body(request), FaultPlan.NONE, true);
            case "POST /_faults" -> set(body(request), faults.plan(), false);
            case "POST /_faults/rules" -> faults.add(reader.rule(body(request)));
            default -> throw new Refusal(404, "NotFound", "Use GET, POST, PUT or DELETE on " + PATH);
        }
    }

    private void set(JsonNode json, FaultPlan before, boolean replaces) {
        var plan = reader.read(json, before, replaces);
        var seed = json.get("seed");
        if (seed != null && !seed.isIntegralNumber()) {
            throw PlanReader.bad("\"seed\" must be a whole number.");
        }
        if (replaces) {
            account.reset();
        }
        if (json.has("account")) {
            account.change(json.get("account"));
        }
        faults.set(plan);
        if (seed != null) {
            faults.seed(seed.longValue());
        }
    }

    private static JsonNode body(Request request) {
        var json = Json.parse(request.body());
        if (json == null || !json.isObject()) {
            throw PlanReader.bad("The request is not a JSON object.");
        }
        return json;
    }
}
