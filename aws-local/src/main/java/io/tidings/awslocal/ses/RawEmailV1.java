package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.awslocal.http.Endpoint;
import io.tidings.awslocal.http.Request;
import io.tidings.awslocal.http.Responder;
import io.tidings.awslocal.http.Response;
import io.tidings.awslocal.wire.Form;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.util.Objects;
import java.util.function.Function;

/** The first API's SendRawEmail: asked of SES v2 as a raw mail, its answer and refusals put into the first API's words. */
record RawEmailV1(Endpoint v2, Function<String, Response> accepted, Function<Refusal, Response> refused) {

    void send(Form form, Request request, Responder responder) throws Exception {
        var asked = new Request("POST", SesEndpoint.PREFIX + "outbound-emails", "", request.headers(), body(form));
        v2.handle(asked, new Responder() {
            @Override
            public void respond(Response response) {
                responder.respond(translated(response));
            }

            @Override
            public void drop() {
                responder.drop();
            }

            @Override
            public boolean isGone() {
                return responder.isGone();
            }

            @Override
            public void fail(Throwable bug) {
                responder.fail(bug);
            }
        });
    }

    private static byte[] body(Form form) {
        ObjectNode json = Json.object();
        if (form.optional("Source") instanceof String source) {
            json.put("FromEmailAddress", source);
        }
        if (form.optional("ConfigurationSetName") instanceof String set) {
            json.put("ConfigurationSetName", set);
        }
        var to = json.putObject("Destination").putArray("ToAddresses");
        for (var i = 1; form.optional("Destinations.member." + i) instanceof String address; i++) {
            to.add(address);
        }
        var tags = json.putArray("EmailTags");
        form.entries("Tags.member", "Name", "Value")
                .forEach((name, value) -> tags.addObject().put("Name", name).put("Value", value));
        json.putObject("Content").putObject("Raw").put("Data", form.optional("RawMessage.Data", ""));
        return Json.bytes(json);
    }

    private Response translated(Response response) {
        JsonNode body = Objects.requireNonNull(Json.parse(response.body()));
        if (response.status() == 200) {
            return accepted.apply(body.path("MessageId").asText());
        }
        var code = response.headers().stream()
                .filter(header -> header.name().equals("x-amzn-ErrorType"))
                .map(header -> spelling(header.value()))
                .findFirst()
                .orElse("InternalFailure");
        // The first API knows one status for what it refuses.
        return refused.apply(new Refusal(
                response.status() >= 500 ? response.status() : 400,
                code,
                body.path("message").asText()));
    }

    private static String spelling(String v2) {
        return switch (v2) {
            case "TooManyRequestsException", "ThrottlingException" -> "Throttling";
            case "BadRequestException" -> "InvalidParameterValue";
            case "SendingPausedException" -> "AccountSendingPausedException";
            case "NotFoundException" -> "ConfigurationSetDoesNotExist";
            case "InternalServiceErrorException" -> "InternalFailure";
            default -> v2;
        };
    }
}
