package io.tidings.awslocal.inbox;

import io.tidings.awslocal.mail.Mail;
import io.tidings.awslocal.mail.MailStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of mail, the newest first.
 *
 * @param next where the page after it starts; null if it is the last
 */
record Results(List<Mail> mails, @Nullable Long next) {
    private static final long BLOCK = 2_048;

    /** What is older than `after` (or the newest), found by reading the log backwards block by block. */
    static Results of(MailStore store, Search search, long after, int limit) {
        var found = new ArrayList<Mail>();
        var end = Math.min(after, store.size());
        var block = search.isForAll() ? limit + 1 : BLOCK;
        while (end > 0 && found.size() <= limit) {
            var start = Math.max(0, end - block);
            found.addAll(read(store, search, start, end).reversed());
            end = start;
        }
        if (found.size() <= limit && end <= 0) {
            return new Results(found, null);
        }
        var page = found.subList(0, Math.min(limit, found.size()));
        return new Results(page, page.isEmpty() ? null : page.getLast().seq());
    }

    private static List<Mail> read(MailStore store, Search search, long start, long end) {
        var found = new ArrayList<Mail>();
        store.eachLine(start, (seq, bytes, from, to) -> {
            if (seq >= end) {
                return false;
            }
            if (search.mayFind(bytes, from, to)) {
                var mail = MailStore.parse(bytes, from, to);
                if (search.finds(mail)) {
                    found.add(mail);
                }
            }
            return true;
        });
        return found;
    }
}
