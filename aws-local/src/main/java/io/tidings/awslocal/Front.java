package io.tidings.awslocal;

import io.tidings.awslocal.faults.FaultsEndpoint;
import io.tidings.awslocal.http.Endpoint;
import io.tidings.awslocal.http.Request;
import io.tidings.awslocal.http.Responder;
import io.tidings.awslocal.http.Response;
import io.tidings.awslocal.ses.SesEndpoint;
import io.tidings.awslocal.sns.SnsEndpoint;
import io.tidings.awslocal.wire.Form;
import io.tidings.awslocal.wire.Json;
import org.jspecify.annotations.Nullable;

/** Tells by a request which service it is for, as clients of one endpoint for all of AWS expect. */
final class Front implements Endpoint {
    /** The services behind. */
    record Services(
            Endpoint dynamodb,
            Endpoint sqs,
            Endpoint sns,
            Endpoint ses,
            Endpoint sesV1,
            Endpoint faults,
            Endpoint inbox,
            Endpoint usage) {}

    private final Services services;

    Front(Services services) {
        this.services = services;
    }

    @Override
    public void handle(Request request, Responder responder) throws Exception {
        var endpoint = endpoint(request);
        if (endpoint == null) {
            responder.respond(unknown(request));
        } else {
            endpoint.handle(request, responder);
        }
    }

    private @Nullable Endpoint endpoint(Request request) {
        var path = request.path();
        if (path.startsWith(SesEndpoint.PREFIX)) {
            return services.ses();
        }
        var target = request.header("X-Amz-Target");
        if (target != null) {
            return target.startsWith("DynamoDB_")
                    ? services.dynamodb()
                    : target.startsWith("AmazonSQS.") ? services.sqs() : null;
        }
        if (path.startsWith("/_inbox")) {
            return services.inbox();
        }
        if (path.equals(FaultsEndpoint.PATH) || path.startsWith(FaultsEndpoint.PATH + "/")) {
            return services.faults();
        }
        if (path.equals(UsageEndpoint.PATH)) {
            return services.usage();
        }
        if (path.equals("/_health")) {
            return (asked, responder) -> responder.respond(Response.text(200, "ready\n"));
        }
        return path.equals(SnsEndpoint.CERTIFICATE_PATH) ? services.sns() : byAction(request);
    }

    /** The query protocol: by the credential's scope where there is one, else by the action's name. */
    private @Nullable Endpoint byAction(Request request) {
        var action = new Form(request.method().equals("GET") ? request.parameters() : request.form()).action();
        if (action.isEmpty()) {
            return null;
        }
        return switch (service(request)) {
            case "sns" -> services.sns();
            case "sqs" -> services.sqs();
            case "ses", "email" -> services.sesV1();
            default -> SnsEndpoint.knows(action) && !action.endsWith("Permission") ? services.sns() : services.sqs();
        };
    }

    /** `AWS4-HMAC-SHA256 Credential=ID/20260101/us-east-1/sqs/aws4_request, ...` */
    private static String service(Request request) {
        var authorization = request.header("Authorization");
        if (authorization == null) {
            return "";
        }
        var credential = authorization.indexOf("Credential=");
        var parts = credential < 0
                ? new String[0]
                : authorization.substring(credential).split("[/,]", 6);
        return parts.length > 3 ? parts[3] : "";
    }

    private static Response unknown(Request request) {
        var body = Json.object()
                .put("__type", "UnknownOperationException")
                .put("message", "Nothing here answers " + request.method() + " " + request.path());
        return Response.of(400, "application/x-amz-json-1.0", Json.bytes(body))
                .with("x-amzn-ErrorType", "UnknownOperationException");
    }
}
