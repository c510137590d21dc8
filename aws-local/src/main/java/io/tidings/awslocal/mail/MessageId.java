package io.tidings.awslocal.mail;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Ids in the shape of SES's. The last twelve digits before the suffix are the mail's place in the log. */
public final class MessageId {
    private static final HexFormat HEX = HexFormat.of();
    private static final String SUFFIX = "-000000";
    private static final int LENGTH = 60;

    private MessageId() {}

    static String of(long millis, long seq) {
        var random = ThreadLocalRandom.current();
        return "0100" + HEX.toHexDigits(millis, 12) + "-" + HEX.toHexDigits(random.nextInt()) + "-"
                + HEX.toHexDigits((short) random.nextInt()) + "-" + HEX.toHexDigits((short) random.nextInt()) + "-"
                + HEX.toHexDigits((short) random.nextInt()) + "-" + HEX.toHexDigits(seq, 12) + SUFFIX;
    }

    /** The place in the log that an id names; -1 if it is no id of ours. */
    public static long seq(String id) {
        if (id.length() != LENGTH || !id.endsWith(SUFFIX)) {
            return -1;
        }
        try {
            return HexFormat.fromHexDigitsToLong(id, LENGTH - SUFFIX.length() - 12, LENGTH - SUFFIX.length());
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }
}
