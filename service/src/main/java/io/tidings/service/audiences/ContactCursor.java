package io.tidings.service.audiences;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Audience;
import io.tidings.service.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** A place in an audience: a shard, and the last contact read of it. */
record ContactCursor(int shard, @Nullable RecipientId after) {

    /** The letters of an id in the order the store sorts them. */
    private static final String SORTED = "234567abcdefghijklmnopqrstuvwxyz";

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

    /** The place from which the very next id is this one: an id that sorts just before it need not be anybody's. */
    static ContactCursor before(RecipientId id) {
        char[] letters = id.value().toCharArray();
        int last = letters.length - 1;
        while (last >= 0 && letters[last] == SORTED.charAt(0)) {
            letters[last--] = SORTED.charAt(SORTED.length() - 1);
        }
        if (last < 0) {
            return new ContactCursor(Audience.shardOf(id), null);
        }
        letters[last] = SORTED.charAt(SORTED.indexOf(letters[last]) - 1);
        return new ContactCursor(Audience.shardOf(id), new RecipientId(new String(letters)));
    }

    @Override
    public String toString() {
        RecipientId last = after;
        return shard + "." + (last == null ? "" : last.value());
    }
}
