package io.tidings.service.addresses;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.service.suppressions.SuppressionView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One address, and why it did or did not get mail. */
@Serdeable
@Schema(name = "Address")
record AddressView(
        String email,
        String recipientId,

        @Schema(description = "anything is known of it at all")
        boolean known,

        @Schema(description = "how things stand, in one sentence")
        String summary,

        @Schema(description = "what somebody who wants it to get mail does next")
        String nextStep,

        ContactCard contact,
        MayGet campaigns,
        MayGet notifications,
        SuppressionView suppressions,

        @ArraySchema(
                arraySchema = @Schema(description = "a page of what it was sent or not sent, newest first in the page"))
        List<Entry> timeline,

        @Schema(description = "the cursor of the page after it") @Nullable
        String next) {

    /** @param contact whether it is a contact, with these attributes */
    @Serdeable
    @Schema(name = "AddressContact")
    record ContactCard(
            boolean contact, @Nullable Instant since, Map<String, String> attributes, List<Membership> audiences) {}

    @Serdeable
    @Schema(name = "AddressMembership")
    record Membership(String audienceId, String name, Instant since) {}

    @Serdeable
    @Schema(name = "AddressMayGet", description = "whether mail of this kind would be sent to it now")
    record MayGet(boolean allowed, @Nullable String why) {}

    @Serdeable
    @Schema(name = "AddressEntry")
    record Entry(
            @Schema(allowableValues = {"campaign", "notification"})
            String origin,

            String originId,

            @Schema(description = "of the campaign, or the notification's category")
            String name,

            @Nullable String topic,
            Instant at,
            String outcome,

            @Schema(description = "why it was or was not sent, in one sentence")
            String rule,

            List<Evidence> evidence) {}

    @Serdeable
    @Schema(name = "AddressEvidence")
    record Evidence(
            String kind,
            Instant at,
            @Nullable String detail,
            @Nullable String status,

            @Schema(description = "the SMTP status in words") @Nullable
            String statusWords) {}
}
