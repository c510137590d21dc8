package io.tidings.awslocal.sqs;

import java.util.HexFormat;

/** A receipt handle: which message, and which of its receives. */
record Receipt(long seq, int receive) {
    private static final HexFormat HEX = HexFormat.of();
    private static final int LENGTH = 2 * (Long.BYTES + Integer.BYTES);

    @Override
    public String toString() {
        return HEX.toHexDigits(seq) + HEX.toHexDigits(receive);
    }

    static Receipt parse(String handle) {
        try {
            if (handle.length() == LENGTH) {
                return new Receipt(
                        HexFormat.fromHexDigitsToLong(handle, 0, 16), HexFormat.fromHexDigits(handle, 16, LENGTH));
            }
        } catch (IllegalArgumentException e) {
            // Refused below.
        }
        throw SqsErrors.receiptInvalid(handle);
    }
}
