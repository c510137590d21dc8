package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.faults.Faults;
import io.tidings.awslocal.faults.Kind;
import io.tidings.awslocal.http.Responder;
import io.tidings.awslocal.http.Response;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** SendEmail and SendBulkEmail, and the faults that strike a call before or after its mail is accepted. */
final class SendActions {
    private static final long BREATHER_MILLIS = 250;

    private final SendEmailRequest requests;
    private final Sending sending;
    private final Faults faults;
    private final BooleanSupplier isBehind;

    SendActions(SendEmailRequest requests, Sending sending, Faults faults, BooleanSupplier isBehind) {
        this.requests = requests;
        this.sending = sending;
        this.faults = faults;
        this.isBehind = isBehind;
    }

    void send(JsonNode json, byte[] request, Responder responder) {
        var candidate = new Candidate.Readable(requests.read(json));
        var domains = domains(List.of(candidate));
        failBefore(domains);
        switch (sending.send(List.of(candidate), request).getFirst()) {
            case SendRefusal refusal -> throw refusal.toException();
            case Admission.Accepted accepted ->
                answer(Json.object().put("MessageId", accepted.messageId()), domains, responder);
        }
    }

    void sendBulk(JsonNode json, byte[] request, Responder responder) {
        var candidates = requests.readBulk(json);
        var domains = domains(candidates);
        failBefore(domains);
        var admissions = sending.send(candidates, request);
        if (admissions.stream().allMatch(SendActions::isThrottling)
                && admissions.getFirst() instanceof SendRefusal refusal) {
            throw refusal.toException();
        }
        var answer = Json.object();
        var results = answer.putArray("BulkEmailEntryResults");
        for (var admission : admissions) {
            switch (admission) {
                case Admission.Accepted accepted ->
                    results.addObject().put("Status", "SUCCESS").put("MessageId", accepted.messageId());
                case SendRefusal refusal ->
                    results.addObject().put("Status", refusal.status()).put("Error", refusal.text());
            }
        }
        answer(answer, domains, responder);
    }

    /** A call of which SES takes nothing for its limits is refused as a whole. */
    private static boolean isThrottling(Admission admission) {
        return admission instanceof SendRefusal refusal
                && (refusal.status().equals("ACCOUNT_THROTTLED")
                        || refusal.status().equals("ACCOUNT_DAILY_QUOTA_EXCEEDED"));
    }

    private void failBefore(List<String> domains) {
        if (faults.strikes(Kind.REFUSE, domains).isPresent()) {
            throw new Refusal(400, "BadRequestException", "A fault was asked for: nothing of this call was accepted.");
        }
        if (faults.strikes(Kind.ERROR_BEFORE, domains).isPresent()) {
            throw new Refusal(500, "InternalServiceErrorException", "A fault was asked for: nothing was accepted.");
        }
    }

    private void answer(JsonNode answer, List<String> domains, Responder responder) {
        if (faults.strikes(Kind.TIME_OUT, domains).isPresent()) {
            return; // Accepted, and never answered.
        }
        if (faults.strikes(Kind.DROP, domains).isPresent()) {
            responder.drop();
        } else if (faults.strikes(Kind.ERROR_AFTER, domains).isPresent()) {
            responder.respond(SesEndpoint.refused(new Refusal(
                    500, "InternalServiceErrorException", "A fault was asked for: the mail was accepted.")));
        } else {
            respond(Response.of(200, "application/json", Json.bytes(answer)), responder);
        }
    }

    /** Mail that comes faster than its events can be published is answered later, so that they never fill the memory. */
    private void respond(Response response, Responder responder) {
        if (isBehind.getAsBoolean()) {
            CompletableFuture.delayedExecutor(BREATHER_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(() -> responder.respond(response));
        } else {
            responder.respond(response);
        }
    }

    private List<String> domains(List<? extends Candidate> candidates) {
        if (faults.plan().rules().isEmpty()) {
            return List.of();
        }
        return candidates.stream()
                .filter(Candidate.Readable.class::isInstance)
                .flatMap(candidate -> ((Candidate.Readable) candidate).draft().recipients().stream())
                .map(recipient -> Addresses.domain(Addresses.address(recipient)))
                .distinct()
                .toList();
    }
}
