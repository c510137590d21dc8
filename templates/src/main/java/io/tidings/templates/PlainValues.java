package io.tidings.templates;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds {@code a} and {@code a.b.c} in maps of maps. */
final class PlainValues {

    private PlainValues() {}

    static @Nullable Object lookUp(@Nullable Object scope, String name) {
        if (name.equals(".")) {
            return scope instanceof Map ? null : scope;
        }
        if (!(scope instanceof Map<?, ?> map)) {
            return null;
        }
        Object direct = map.get(name);
        int dot = name.indexOf('.');
        if (direct != null || dot < 1) {
            return direct;
        }
        return lookUp(map.get(name.substring(0, dot)), name.substring(dot + 1));
    }
}
