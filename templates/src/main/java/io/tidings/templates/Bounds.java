package io.tidings.templates;

import com.github.mustachejava.MustacheException;

/**
 * How much one text of a mail may come to. A list within itself within itself, or a long value in a thousand gaps, is written in a line
 * and would take all memory, and the process with it.
 */
final class Bounds {

    /**
     * A digest has a million characters of data, and one is at most five in HTML: who fills his messages with signs that have to be
     * escaped must not be able to keep a digest from others. SES takes no mail of more than 40 MB.
     */
    static final long CHARACTERS = 6_000_000;

    /** Rounds of all lists together. */
    static final long ROUNDS = 1_000_000;

    static final class ExceededException extends MustacheException {
        private static final long serialVersionUID = 1;

        ExceededException(String message) {
            super(message);
        }
    }

    private long characters = CHARACTERS;
    private long rounds = ROUNDS;

    void write(long count) {
        characters -= count;
        if (characters < 0) {
            throw new ExceededException("it comes to more than " + CHARACTERS + " characters");
        }
    }

    void round() {
        if (--rounds < 0) {
            throw new ExceededException("its lists come to more than " + ROUNDS + " rounds");
        }
    }
}
