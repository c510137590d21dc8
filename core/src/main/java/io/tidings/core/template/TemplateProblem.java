package io.tidings.core.template;

/** A mistake in a template, where it stands, in words its writer understands. */
public record TemplateProblem(String field, int line, String message) {}
