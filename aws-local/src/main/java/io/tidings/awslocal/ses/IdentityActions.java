package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Identities: verified at once, unless the account says otherwise. */
final class IdentityActions {
    private final SesState state;

    IdentityActions(SesState state) {
        this.state = state;
    }

    JsonNode create(JsonNode body) {
        var given = Json.string(body, "EmailIdentity", "");
        if (given.isEmpty() || given.length() > 320 || !given.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw Validation.bad("Invalid email identity: " + given);
        }
        var name = given.indexOf('@') < 0 ? given.toLowerCase(Locale.ROOT) : Addresses.check(given);
        var identity =
                Identity.named(name, state.account().verifiesIdentities(), Json.string(body, "ConfigurationSetName"));
        if (!state.identities().add(name, identity)) {
            throw new Refusal(400, "AlreadyExistsException", "Email identity " + name + " already exist.");
        }
        return shown(identity);
    }

    JsonNode list(SesEndpoint.Call call) {
        return Listing.of(
                call,
                "EmailIdentities",
                state.identities().all(),
                identity -> Json.object()
                        .put("IdentityType", type(identity))
                        .put("IdentityName", identity.name())
                        .put("SendingEnabled", identity.verified())
                        .put("VerificationStatus", status(identity)));
    }

    JsonNode get(String name) {
        return shown(existing(name));
    }

    JsonNode delete(String name) {
        state.identities().remove(existing(name).name());
        return Json.object();
    }

    JsonNode putFeedback(String name, JsonNode body) {
        var on = body.path("EmailForwardingEnabled").asBoolean(false);
        return changed(name, identity -> identity.withFeedbackForwarding(on));
    }

    JsonNode putMailFrom(String name, JsonNode body) {
        var domain = Json.string(body, "MailFromDomain");
        var rejects = "REJECT_MESSAGE".equals(Json.string(body, "BehaviorOnMxFailure"));
        var isVerified = state.account().verifiesIdentities();
        return changed(name, identity -> identity.withMailFrom(domain, isVerified, rejects));
    }

    JsonNode putConfigurationSet(String name, JsonNode body) {
        var set = Json.string(body, "ConfigurationSetName");
        return changed(name, identity -> identity.withConfigurationSet(set));
    }

    private JsonNode changed(String name, UnaryOperator<Identity> change) {
        state.identities().change(existing(name).name(), change);
        return Json.object();
    }

    private Identity existing(String name) {
        var identity = state.identities().get(name.indexOf('@') < 0 ? name.toLowerCase(Locale.ROOT) : name);
        if (identity == null) {
            throw new Refusal(404, "NotFoundException", "Email identity " + name + " does not exist.");
        }
        return identity;
    }

    private static ObjectNode shown(Identity identity) {
        var json = Json.object()
                .put("IdentityType", type(identity))
                .put("VerifiedForSendingStatus", identity.verified())
                .put("VerificationStatus", status(identity))
                .put("FeedbackForwardingStatus", identity.feedbackForwarding());
        if (identity.isDomain()) {
            var dkim = json.putObject("DkimAttributes")
                    .put("SigningEnabled", true)
                    .put("Status", status(identity))
                    .put("SigningAttributesOrigin", "AWS_SES");
            dkim.putArray("Tokens").add("token1").add("token2").add("token3");
        }
        if (identity.mailFrom() != null) {
            json.putObject("MailFromAttributes")
                    .put("MailFromDomain", identity.mailFrom())
                    .put("MailFromDomainStatus", identity.mailFromVerified() ? "SUCCESS" : "PENDING")
                    .put("BehaviorOnMxFailure", identity.rejectsOnMxFailure() ? "REJECT_MESSAGE" : "USE_DEFAULT_VALUE");
        }
        if (identity.configurationSet() != null) {
            json.put("ConfigurationSetName", identity.configurationSet());
        }
        return json;
    }

    private static String type(Identity identity) {
        return identity.isDomain() ? "DOMAIN" : "EMAIL_ADDRESS";
    }

    private static String status(Identity identity) {
        return identity.verified() ? "SUCCESS" : "PENDING";
    }
}
