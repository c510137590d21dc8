package io.tidings.core.template;

import java.util.List;

/** A text as one recipient gets it, kept apart into what all get and what is this one's: fifty of a batch then share their frame. */
public record Merged(Frame frame, List<String> values) {

    /** A text that shares nothing. */
    public static Merged of(String text) {
        return new Merged(Frame.WHOLE, List.of(text));
    }

    /** This text, sharing nothing. */
    public Merged whole() {
        return frame == Frame.WHOLE ? this : of(toString());
    }

    @Override
    public String toString() {
        return frame.fill(values);
    }
}
