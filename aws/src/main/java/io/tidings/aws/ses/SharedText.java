package io.tidings.aws.ses;

import io.tidings.core.template.Frame;
import io.tidings.core.template.Merged;
import java.util.List;
import java.util.stream.IntStream;

/** One text of the mails of a bulk call: what they have in common, as a template of SES, and how the rest of it is named. */
record SharedText(char name, Frame frame, String template) {

    /** SES names no limit. A text with more gaps than this shares little anyway. */
    private static final int MOST_VALUES = 100;

    static SharedText of(char name, List<Merged> texts) {
        Frame first = texts.getFirst().frame();
        boolean shared = texts.stream().allMatch(text -> text.frame() == first);
        Frame frame = shared && isTakenAsItIs(first) ? first : Frame.WHOLE;
        List<String> variables = IntStream.range(0, frame.values())
                .mapToObj(i -> "{{" + name + i + "}}")
                .toList();
        return new SharedText(name, frame, frame.fill(variables));
    }

    /** Whether SES finds no variable of its own in the fixed parts, nor at their seams with ours. */
    private static boolean isTakenAsItIs(Frame frame) {
        return frame.values() <= MOST_VALUES
                && frame.fixed().stream()
                        .noneMatch(part -> part.contains("{{")
                                || part.startsWith("}")
                                || part.endsWith("{")
                                || part.endsWith("\\"));
    }

    /** Adds this mail's own values as members of a JSON object. */
    void data(Merged text, StringBuilder into) {
        List<String> values = (frame == Frame.WHOLE ? text.whole() : text).values();
        for (int i = 0; i < values.size(); i++) {
            into.append(",\"").append(name).append(i).append("\":\"");
            JsonText.quote(values.get(i), into);
            into.append('"');
        }
    }
}
