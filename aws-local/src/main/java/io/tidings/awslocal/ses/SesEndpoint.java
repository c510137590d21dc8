package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.http.Endpoint;
import io.tidings.awslocal.http.Request;
import io.tidings.awslocal.http.Responder;
import io.tidings.awslocal.http.Response;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** SES v2's REST protocol. */
public final class SesEndpoint implements Endpoint {
    public static final String PREFIX = "/v2/email/";

    private final SendActions sends;
    private final AccountActions account;
    private final IdentityActions identities;
    private final ConfigurationSetActions configurationSets;
    private final TemplateActions templates;
    private final SuppressionActions suppressions;

    SesEndpoint(
            SendActions sends,
            AccountActions account,
            IdentityActions identities,
            ConfigurationSetActions configurationSets,
            TemplateActions templates,
            SuppressionActions suppressions) {
        this.sends = sends;
        this.account = account;
        this.identities = identities;
        this.configurationSets = configurationSets;
        this.templates = templates;
        this.suppressions = suppressions;
    }

    @Override
    public void handle(Request request, Responder responder) {
        try {
            var call = call(request);
            switch (call.is()) {
                case "POST outbound-emails" -> sends.send(call.body(), request.body(), responder);
                case "POST outbound-bulk-emails" -> sends.sendBulk(call.body(), request.body(), responder);
                default -> responder.respond(Response.of(200, "application/json", Json.bytes(answer(call))));
            }
        } catch (Refusal refusal) {
            responder.respond(refused(refusal));
        }
    }

    static Response refused(Refusal refusal) {
        var body = Json.bytes(Json.object().put("message", refusal.text()));
        return Response.of(refusal.status(), "application/json", body).with("x-amzn-ErrorType", refusal.code());
    }

    private JsonNode answer(Call call) {
        return switch (call.is()) {
            case "GET account" -> account.get();
            case "PUT account/sending" -> account.putSending(call.body());
            case "PUT account/suppression" -> account.putSuppression(call.body());
            case "POST identities" -> identities.create(call.body());
            case "GET identities" -> identities.list(call);
            case "GET identities/*" -> identities.get(call.name());
            case "DELETE identities/*" -> identities.delete(call.name());
            case "PUT identities/*/feedback" -> identities.putFeedback(call.name(), call.body());
            case "PUT identities/*/mail-from" -> identities.putMailFrom(call.name(), call.body());
            case "PUT identities/*/configuration-set" -> identities.putConfigurationSet(call.name(), call.body());
            case "POST configuration-sets" -> configurationSets.create(call.body());
            case "GET configuration-sets" -> configurationSets.list(call);
            case "GET configuration-sets/*" -> configurationSets.get(call.name());
            case "DELETE configuration-sets/*" -> configurationSets.delete(call.name());
            case "PUT configuration-sets/*/sending" -> configurationSets.putSending(call.name(), call.body());
            case "PUT configuration-sets/*/suppression-options" ->
                configurationSets.putSuppression(call.name(), call.body());
            case "PUT configuration-sets/*/delivery-options" -> configurationSets.putDelivery(call.name(), call.body());
            case "GET configuration-sets/*/event-destinations" -> configurationSets.destinations(call.name());
            case "POST configuration-sets/*/event-destinations" ->
                configurationSets.createDestination(call.name(), call.body());
            case "PUT configuration-sets/*/event-destinations/*" ->
                configurationSets.updateDestination(call.name(), call.second(), call.body());
            case "DELETE configuration-sets/*/event-destinations/*" ->
                configurationSets.deleteDestination(call.name(), call.second());
            case "POST templates" -> templates.create(call.body());
            case "GET templates" -> templates.list(call);
            case "GET templates/*" -> templates.get(call.name());
            case "PUT templates/*" -> templates.update(call.name(), call.body());
            case "DELETE templates/*" -> templates.delete(call.name());
            case "POST templates/*/render" -> templates.render(call.name(), call.body());
            case "PUT suppression/addresses" -> suppressions.put(call.body());
            case "GET suppression/addresses" -> suppressions.list(call);
            case "GET suppression/addresses/*" -> suppressions.get(call.name());
            case "DELETE suppression/addresses/*" -> suppressions.delete(call.name());
            default ->
                throw new Refusal(400, "BadRequestException", "This emulator of SES v2 does not support " + call.is());
        };
    }

    /** What is asked, with `*` where the names of things stand in the path. */
    record Call(String is, List<String> names, JsonNode body, Request request) {

        String name() {
            return names.getFirst();
        }

        String second() {
            return names.get(1);
        }
    }

    private static Call call(Request request) {
        var path = request.path().substring(PREFIX.length());
        var parts = Arrays.asList(
                path.endsWith("/") ? path.substring(0, path.length() - 1).split("/") : path.split("/"));
        // Names stand in the second and fourth place, but under `account` and after `suppression/addresses`.
        var first = parts.getFirst();
        var offset = first.equals("suppression") ? 1 : 0;
        var names = new ArrayList<String>();
        var shape = new StringBuilder(request.method()).append(' ');
        for (var i = 0; i < parts.size(); i++) {
            var isName = i > offset && (i - offset) % 2 == 1 && !first.equals("account");
            if (isName) {
                names.add(decoded(parts.get(i)));
            }
            shape.append(i == 0 ? "" : "/").append(isName ? "*" : parts.get(i));
        }
        var body = Json.parse(request.body());
        if (body == null || !body.isObject()) {
            throw new Refusal(400, "SerializationException", "The request is not a JSON object.");
        }
        return new Call(shape.toString(), names, body, request);
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "BadRequestException", "The path is not percent-encoded.");
        }
    }
}
