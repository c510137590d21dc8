package io.tidings.core.template;

import java.util.List;

/**
 * What a template says to everybody: fixed parts with gaps between them.
 *
 * @param fixed one more than there are gaps; some are empty
 * @param gaps which value each gap takes; a value may be asked for in several
 */
public record Frame(List<String> fixed, List<Integer> gaps) {

    /** Nothing fixed: the one value is the whole text. */
    public static final Frame WHOLE = new Frame(List.of("", ""), List.of(0));

    public Frame {
        fixed = List.copyOf(fixed);
        gaps = List.copyOf(gaps);
        if (fixed.size() != gaps.size() + 1) {
            throw new IllegalArgumentException("a gap lies between two fixed parts");
        }
    }

    /** How many values fill it. */
    public int values() {
        return gaps.stream().mapToInt(gap -> gap + 1).max().orElse(0);
    }

    /** Of the text that these values make. */
    public long length(List<String> values) {
        long length = fixed.getFirst().length();
        for (int i = 0; i < gaps.size(); i++) {
            length += values.get(gaps.get(i)).length() + fixed.get(i + 1).length();
        }
        return length;
    }

    public String fill(List<String> values) {
        StringBuilder text = new StringBuilder(Math.toIntExact(length(values))).append(fixed.getFirst());
        for (int i = 0; i < gaps.size(); i++) {
            text.append(values.get(gaps.get(i))).append(fixed.get(i + 1));
        }
        return text.toString();
    }
}
