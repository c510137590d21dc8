package io.tidings.service.notifications;

import io.tidings.core.sending.Attachment;
import io.tidings.service.notifications.NewNotification.NewAttachment;
import io.tidings.service.web.Problem.FieldError;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files that go with it. */
final class AttachmentReader {

    // DynamoDB: an item has at most 400 KB, and each file is one.
    static final int LARGEST = 350_000;
    static final int LARGEST_TOGETHER = 1_000_000;

    private static final Pattern TYPE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+_-]{0,50}/[A-Za-z0-9][A-Za-z0-9.+_-]{0,50}");

    private AttachmentReader() {}

    static List<Attachment> read(@Nullable List<NewAttachment> attachments, List<FieldError> mistakes) {
        List<Attachment> read = new ArrayList<>();
        if (attachments == null) {
            return read;
        }
        int together = 0;
        for (int i = 0; i < attachments.size(); i++) {
            NewAttachment attachment = attachments.get(i);
            String field = "attachments[" + i + "]";
            int size = size(attachment.content());
            together += Math.max(0, size);
            if (attachment.name().chars().anyMatch(c -> c < ' ' || c == 127 || "/\\\"".indexOf(c) >= 0)) {
                mistakes.add(new FieldError(field + ".name", "has a character that a file's name may not have"));
            } else if (!TYPE.matcher(attachment.contentType()).matches()) {
                mistakes.add(new FieldError(field + ".contentType", "has to be like application/pdf"));
            } else if (size < 0) {
                mistakes.add(new FieldError(field + ".content", "is not Base64"));
            } else if (size > LARGEST) {
                mistakes.add(new FieldError(field + ".content", "has more than " + LARGEST + " bytes"));
            } else {
                read.add(new Attachment(attachment.name(), attachment.contentType(), attachment.content()));
            }
        }
        if (together > LARGEST_TOGETHER) {
            mistakes.add(new FieldError("attachments", "have more than " + LARGEST_TOGETHER + " bytes together"));
        }
        return read;
    }

    /** Of the bytes it stands for; -1 when it stands for none. */
    private static int size(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }
}
