package io.tidings.awslocal.ses;

import org.jspecify.annotations.Nullable;

/** An address on the account's suppression list; reason is BOUNCE or COMPLAINT. */
public record SuppressedAddress(
        String address,
        String reason,
        long updatedMillis,
        @Nullable String messageId,
        @Nullable String feedbackId) {}
