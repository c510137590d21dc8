package io.tidings.service.notifications;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.service.web.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a program may say of one mail. What is not a matter of one field alone is checked by {@link RequestReader}. */
@Serdeable
@Schema(
        name = "NewNotification",
        description = "One mail to one person: a template or content of its own, and how it may wait.")
record NewNotification(
        @NotNull @Valid NotificationRecipient recipient,

        @Schema(description = "A template of the account; either this or content") @Nullable @Size(max = Ids.LENGTH)
        String templateId,

        @Nullable @Valid InlineContent content,

        @Schema(description = "What the merge fields are filled with") @Nullable
        Map<String, Object> data,

        @Schema(
                description =
                        "A language tag such as de-CH; becomes the header Content-Language and the merge field locale")
        @Nullable
        @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}")
        String locale,

        @Schema(
                description = "What the mail is about; it decides over suppressions, quiet hours, expiry and priority",
                defaultValue = "conversation")
        @Nullable
        @Pattern(regexp = "one-time-code|account|conversation|digest")
        String category,

        @Schema(description = "high overtakes normal; codes and account mail are high by themselves")
        @Nullable
        @Pattern(regexp = "high|normal")
        String priority,

        @Schema(description = "Not before this time; at most 90 days ahead") @Nullable
        Instant sendAt,

        @Schema(description = "Worthless after this time; by default some time that depends on the category") @Nullable
        Instant expiresAt,

        @Nullable @Size(max = RequestReader.MOST_ATTACHMENTS) @Valid
        List<NewAttachment> attachments,

        @Schema(description = "Where an answer goes") @Nullable @Size(max = 320)
        String replyTo,

        @Schema(
                description =
                        "In-Reply-To, References, X-Entity-Ref-ID, Importance and X- headers that are nobody else's")
        @Nullable
        @Size(max = RequestReader.MOST_HEADERS)
        Map<String, String> headers,

        @Schema(description = "The name beside the account's sender address") @Nullable @Size(max = 100)
        String senderName,

        @Schema(description = "The program's own name for it; shown with its state") @Nullable @Size(max = 200)
        String reference,

        @Schema(description = "At most five words of A-Z a-z 0-9 _ and -; shown with its state")
        @Nullable
        @Size(max = RequestReader.MOST_TAGS)
        List<String> tags,

        @Nullable @Valid NewCollapse collapse,

        @Schema(description = "A key under which it can be called off until it is sent") @Nullable @Size(max = 200)
        String cancelIf,

        @Nullable @Valid NewQuietHours quietHours,

        @Schema(description = "Sends nothing and answers what would be sent", defaultValue = "false") @Nullable
        Boolean dryRun) {

    @Serdeable
    @Schema(name = "NotificationRecipient", description = "An address, or a contact that the account knows")
    record NotificationRecipient(
            @Nullable @Size(max = 320) String email,
            @Nullable @Size(max = 64) String contactId,

            @Schema(description = "Such as Europe/Zurich; else the contact's attribute timeZone, else the account's")
            @Nullable
            @Size(max = 64)
            String timeZone) {}

    @Serdeable
    @Schema(name = "InlineContent")
    record InlineContent(
            @NotBlank @Size(max = 1_000) String subject,

            @NotBlank @Size(max = RequestReader.LONGEST_BODY)
            String html,

            @Nullable @Size(max = RequestReader.LONGEST_BODY)
            String text) {}

    @Serdeable
    @Schema(name = "NewAttachment")
    record NewAttachment(
            @NotBlank @Size(max = 120) String name,

            @Schema(description = "Such as application/pdf") @NotBlank @Size(max = 120)
            String contentType,

            @Schema(description = "The bytes in Base64") @NotBlank
            String content) {}

    @Serdeable
    @Schema(
            name = "NewCollapse",
            description =
                    "All events with this key for this recipient become one mail, when the window that the first of them opened ends")
    record NewCollapse(
            @NotBlank @Size(max = 200) String key,
            @NotNull @Min(1) @Max(86_400) Integer windowSeconds) {}

    @Serdeable
    @Schema(name = "NewQuietHours", description = "In the recipient's time zone; in place of the account's")
    record NewQuietHours(
            @Schema(description = "None for this mail", defaultValue = "false") @Nullable
            Boolean off,

            @Nullable @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]")
            String from,

            @Nullable @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]")
            String to) {}
}
