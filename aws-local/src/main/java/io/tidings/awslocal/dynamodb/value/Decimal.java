package io.tidings.awslocal.dynamodb.value;

import java.math.BigDecimal;

/** DynamoDB's numbers: up to 38 significant digits, from 1E-130 to 9.99E+125. Value is sign * 0.digits * 10^exponent. */
public record Decimal(boolean negative, String digits, int exponent) {
    public static final int MAX_DIGITS = 38;

    private static final int MAX_EXPONENT = 126;
    private static final int MIN_EXPONENT = -129;
    private static final String OVERFLOW =
            "Number overflow. Attempting to store a number with magnitude larger than supported range";
    private static final String UNDERFLOW =
            "Number underflow. Attempting to store a number with magnitude smaller than supported range";
    private static final String TOO_PRECISE = "Attempting to store more than 38 significant digits in a Number";

    /** The number in this text, or the complaint about it. */
    public static Value parse(String text) {
        return isCanonicalInteger(text) ? new Value.Num(text) : parseAny(text);
    }

    public static Value of(BigDecimal value) {
        return parseAny(value.toString());
    }

    /** The parts of a canonical number. */
    public static Decimal parts(Value.Num number) {
        var scan = new DecimalScan(number.text());
        return new Decimal(scan.negative(), scan.digits(), scan.exponent());
    }

    public boolean isZero() {
        return digits.isEmpty();
    }

    private static boolean isCanonicalInteger(String text) {
        if (text.isEmpty() || text.length() > 18) {
            return false;
        }
        var first = text.charAt(0);
        if (first == '0') {
            return text.length() == 1;
        }
        var start = first == '-' ? 1 : 0;
        if (start == text.length() || text.charAt(start) == '0') {
            return false;
        }
        for (var i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static Value parseAny(String text) {
        var scan = new DecimalScan(text);
        if (!scan.valid()) {
            return new Value.Malformed(
                    text.isEmpty()
                            ? "The parameter cannot be converted to a numeric value"
                            : "The parameter cannot be converted to a numeric value: " + text);
        }
        if (scan.digits().isEmpty()) {
            return new Value.Num("0");
        }
        if (scan.exponent() > MAX_EXPONENT) {
            return new Value.Malformed(OVERFLOW);
        }
        if (scan.exponent() < MIN_EXPONENT) {
            return new Value.Malformed(UNDERFLOW);
        }
        if (scan.digits().length() > MAX_DIGITS) {
            return new Value.Malformed(TOO_PRECISE);
        }
        return new Value.Num((scan.negative() ? "-" : "") + plain(scan.digits(), scan.exponent()));
    }

    private static String plain(String digits, int exponent) {
        if (exponent <= 0) {
            return "0." + "0".repeat(-exponent) + digits;
        }
        if (exponent >= digits.length()) {
            return digits + "0".repeat(exponent - digits.length());
        }
        return digits.substring(0, exponent) + "." + digits.substring(exponent);
    }
}
