package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.util.List;

/** GetAccount and what can be set of it. */
final class AccountActions {
    /** What GetAccount answers for "no limit": its rate has no word for that. */
    private static final double MANY_A_SECOND = 1_000_000;

    private final SesState state;
    private final SentQuota quota;

    AccountActions(SesState state, SentQuota quota) {
        this.state = state;
        this.quota = quota;
    }

    JsonNode get() {
        var account = state.account();
        requireReadable(account);
        var json = Json.object()
                .put("DedicatedIpAutoWarmupEnabled", false)
                .put("EnforcementStatus", account.suspended() ? "SHUTDOWN" : "HEALTHY")
                .put("ProductionAccessEnabled", account.production())
                .put("SendingEnabled", account.sendingEnabled() && !account.suspended());
        json.putObject("SendQuota")
                .put("Max24HourSend", account.dailyQuota() < 0 ? -1 : account.dailyQuota())
                .put("MaxSendRate", account.rate() <= 0 ? MANY_A_SECOND : account.rate())
                .put("SentLast24Hours", quota.sentLast24Hours());
        var reasons = json.putObject("SuppressionAttributes").putArray("SuppressedReasons");
        account.suppressedReasons().forEach(reasons::add);
        return json;
    }

    private static void requireReadable(AccountState account) {
        if (account.reading() == AccountState.Reading.DENIED) {
            throw new Refusal(
                    403,
                    "AccessDeniedException",
                    "User: arn:aws:iam::000000000000:user/local is not authorized to perform: ses:GetAccount on resource: *");
        }
        if (account.reading() == AccountState.Reading.FAILING) {
            throw new Refusal(500, "InternalServiceErrorException", "A fault was asked for: the account is not shown.");
        }
    }

    JsonNode putSending(JsonNode body) {
        var enabled = body.path("SendingEnabled").asBoolean(false);
        state.change(account -> account.withSendingEnabled(enabled));
        return Json.object();
    }

    JsonNode putSuppression(JsonNode body) {
        var reasons = reasons(body);
        state.change(account -> account.withSuppressedReasons(reasons));
        return Json.object();
    }

    static List<String> reasons(JsonNode body) {
        var reasons = Json.strings(body.get("SuppressedReasons"));
        if (!List.of("BOUNCE", "COMPLAINT").containsAll(reasons)) {
            throw Validation.bad("SuppressedReasons must be BOUNCE or COMPLAINT.");
        }
        return reasons;
    }
}
