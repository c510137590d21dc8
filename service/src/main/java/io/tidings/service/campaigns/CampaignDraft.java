package io.tidings.service.campaigns;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.campaign.Brief;
import io.tidings.service.web.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a marketer chose. Topic and settings that are left out stay as they are, or have their defaults in a new draft. */
@Serdeable
@Schema(name = "CampaignDraft")
record CampaignDraft(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = Ids.LENGTH) String templateId,
        @NotBlank @Size(max = Ids.LENGTH) String audienceId,
        @NotNull @Valid SenderView sender,

        @Schema(defaultValue = Brief.DEFAULT_TOPIC, description = "what the mail is about; unsubscribing speaks of it")
        @Nullable
        @Pattern(regexp = Brief.TOPIC_PATTERN, message = "must be 1 to 40 of a-z, 0-9 and -")
        String topic,

        @Nullable @Valid SettingsView settings) {}
