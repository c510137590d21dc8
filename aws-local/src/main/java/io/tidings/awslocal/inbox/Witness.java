package io.tidings.awslocal.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.mail.Mail;
import io.tidings.awslocal.mail.MailStore;
import io.tidings.awslocal.ses.Addresses;
import io.tidings.awslocal.wire.Json;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The log of accepted mail, as evidence: its lines, and who got more than one. */
final class Witness {
    private static final int MAX_LISTED = 1_000;

    private final MailStore store;

    Witness(MailStore store) {
        this.store = store;
    }

    /** Lines of the log. */
    record Lines(byte[] json, long last, boolean more) {}

    Lines lines(Search search, long after, int limit, int maxBytes) {
        var out = new ByteArrayOutputStream();
        var progress = new Object() {
            long last = after;
            int lines;
            boolean more;
        };
        store.eachLine(after + 1, (seq, bytes, from, to) -> {
            if (progress.lines == limit || out.size() > maxBytes) {
                progress.more = true;
                return false;
            }
            progress.last = seq;
            if (search.isForAll()
                    || search.mayFind(bytes, from, to) && search.finds(MailStore.parse(bytes, from, to))) {
                out.write(bytes, from, to - from);
                out.write('\n');
                progress.lines++;
            }
            return true;
        });
        return new Lines(out.toByteArray(), progress.last, progress.more);
    }

    /** Counts mails and recipients, and names those who were written to more than once by the same campaign's mail. */
    JsonNode summary(Search search) {
        var keys = new Keys();
        var counts = new Object() {
            long mails;
        };
        each(search, mail -> {
            counts.mails++;
            mail.recipients().forEach(recipient -> keys.add(key(recipient)));
        });
        var json = Json.object().put("mails", counts.mails).put("recipients", keys.size());
        var repeated = keys.repeated();
        json.put("distinctRecipients", keys.distinct()).put("duplicatedRecipients", repeated.size());
        var listed = json.putObject("duplicated");
        if (!repeated.isEmpty()) {
            counts(search, repeated).forEach(listed::put);
        }
        return json;
    }

    /** How many mails carry which value of a tag. */
    JsonNode countsByTag(Search search, String tag) {
        var counts = new HashMap<String, Long>();
        each(search, mail -> {
            var value = mail.tags().get(tag);
            // Bounded: a tag that is different in every mail is nothing to count by.
            if (value != null && (counts.size() < 100_000 || counts.containsKey(value))) {
                counts.merge(value, 1L, Long::sum);
            }
        });
        var json = Json.object();
        counts.forEach(json::put);
        return json;
    }

    private Map<String, Integer> counts(Search search, Set<Long> repeated) {
        var counts = new HashMap<String, Integer>();
        each(search, mail -> {
            for (var recipient : mail.recipients()) {
                var address = folded(recipient);
                if (repeated.contains(key(recipient)) && (counts.size() < MAX_LISTED || counts.containsKey(address))) {
                    counts.merge(address, 1, Integer::sum);
                }
            }
        });
        return counts;
    }

    private void each(Search search, Consumer<Mail> visitor) {
        store.eachLine(0, (seq, bytes, from, to) -> {
            if (search.mayFind(bytes, from, to)) {
                var mail = MailStore.parse(bytes, from, to);
                if (search.finds(mail)) {
                    visitor.accept(mail);
                }
            }
            return true;
        });
    }

    private static String folded(String recipient) {
        return Addresses.address(recipient).toLowerCase(Locale.ROOT);
    }

    /** 64 bits of an address: eight bytes a recipient are affordable for a million of them. */
    private static long key(String recipient) {
        var value = 1125899906842597L;
        var address = folded(recipient);
        for (var i = 0; i < address.length(); i++) {
            value = (value ^ address.charAt(i)) * 0x100000001b3L;
            value ^= value >>> 29;
        }
        return value;
    }

    private static final class Keys {
        private long[] keys = new long[1024];
        private int size;

        void add(long key) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
            }
            keys[size++] = key;
        }

        int size() {
            return size;
        }

        int distinct() {
            Arrays.sort(keys, 0, size);
            var distinct = 0;
            for (var i = 0; i < size; i++) {
                distinct += i == 0 || keys[i] != keys[i - 1] ? 1 : 0;
            }
            return distinct;
        }

        Set<Long> repeated() {
            Arrays.sort(keys, 0, size);
            var repeated = new HashSet<Long>();
            for (var i = 1; i < size; i++) {
                if (keys[i] == keys[i - 1]) {
                    repeated.add(keys[i]);
                }
            }
            return repeated;
        }
    }
}
