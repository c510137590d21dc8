package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.awslocal.faults.FaultsEndpoint;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.util.Set;

/** The account's standing, as `/_faults` shows and changes it. */
public final class AccountFaults implements FaultsEndpoint.Account {
    private static final Set<String> NAMES = Set.of(
            "rate",
            "dailyQuota",
            "throttlingSpelling",
            "production",
            "sendingEnabled",
            "suspended",
            "verifiesIdentities",
            "suppressedReasons",
            "reading");

    private final SesState state;
    private final AccountState atStart;

    public AccountFaults(SesState state, AccountState atStart) {
        this.state = state;
        this.atStart = atStart;
    }

    @Override
    public ObjectNode show() {
        return Json.MAPPER.valueToTree(state.account());
    }

    @Override
    public void reset() {
        state.change(account -> atStart);
    }

    @Override
    public void change(JsonNode changes) {
        if (!changes.isObject()) {
            throw new Refusal(400, "BadRequest", "\"account\" must be an object.");
        }
        for (var change : changes.properties()) {
            if (!NAMES.contains(change.getKey())) {
                throw new Refusal(400, "BadRequest", "There is no \"account." + change.getKey() + "\".");
            }
        }
        var json = show();
        json.setAll((ObjectNode) changes);
        var spelling = json.path("throttlingSpelling").asText();
        if (!spelling.equals("TooManyRequestsException") && !spelling.equals("ThrottlingException")) {
            throw new Refusal(
                    400, "BadRequest", "throttlingSpelling is TooManyRequestsException or ThrottlingException.");
        }
        try {
            var changed = Json.MAPPER.treeToValue(json, AccountState.class);
            state.change(account -> changed);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new Refusal(400, "BadRequest", "\"account\": " + e.getOriginalMessage());
        }
    }
}
