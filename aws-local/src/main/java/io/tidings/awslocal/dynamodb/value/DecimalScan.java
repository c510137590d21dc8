package io.tidings.awslocal.dynamodb.value;

/** Takes a number's text apart in one pass, however long it is: BigDecimal would take quadratic time for it. */
final class DecimalScan {
    /** Far beyond any allowed exponent, and far from overflowing an int. */
    private static final int EXPONENT_CAP = 100_000_000;

    private final String text;
    private final StringBuilder digits = new StringBuilder();
    private int at;
    private int exponent;
    private boolean negative;
    private boolean valid;

    DecimalScan(String text) {
        this.text = text;
        negative = sign();
        var sawDigits = mantissa();
        valid = sawDigits && exponentPart() && at == text.length();
        trimTrailingZeros();
    }

    boolean valid() {
        return valid;
    }

    boolean negative() {
        return negative;
    }

    String digits() {
        return digits.toString();
    }

    int exponent() {
        return exponent;
    }

    private boolean sign() {
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            return text.charAt(at++) == '-';
        }
        return false;
    }

    private boolean mantissa() {
        var any = false;
        var afterPoint = false;
        for (; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '.' && !afterPoint) {
                afterPoint = true;
            } else if (c >= '0' && c <= '9') {
                any = true;
                digit(c, afterPoint);
            } else {
                break;
            }
        }
        return any;
    }

    private void digit(char c, boolean afterPoint) {
        var significant = c != '0' || !digits.isEmpty();
        if (significant) {
            digits.append(c);
        }
        if (!afterPoint && significant) {
            exponent++;
        } else if (afterPoint && !significant) {
            exponent--;
        }
    }

    private boolean exponentPart() {
        if (at == text.length()) {
            return true;
        }
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        at++;
        var minus = sign();
        var start = at;
        var value = 0;
        for (; at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9'; at++) {
            value = Math.min(EXPONENT_CAP, value * 10 + text.charAt(at) - '0');
        }
        exponent += minus ? -value : value;
        return at > start;
    }

    private void trimTrailingZeros() {
        var end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        digits.setLength(end);
    }
}
