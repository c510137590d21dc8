package io.tidings.core.template;

import java.util.Map;

/** What is filled in: names to texts, numbers, booleans, lists and maps of the same; never objects with methods. */
public record MergeFields(Map<String, ?> values) {}
