package io.tidings.service.audiences;

import io.tidings.core.address.RecipientId;
import io.tidings.service.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** A place in an audience: a shard, and the last contact read of it. */
record ContactCursor(int shard, @Nullable RecipientId after) {

    static ContactCursor read(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return new ContactCursor(0, null);
        }
        try {
            int dot = cursor.indexOf('.');
            String after = cursor.substring(dot + 1);
            return new ContactCursor(
                    Integer.parseInt(cursor.substring(0, dot)), after.isEmpty() ? null : new RecipientId(after));
        } catch (RuntimeException e) {
            throw ProblemException.invalid("cursor", "is not one that this list gave; begin without one");
        }
    }

    @Override
    public String toString() {
        RecipientId last = after;
        return shard + "." + (last == null ? "" : last.value());
    }
}
