package io.tidings.awslocal.http;

/** One header line. */
public record Header(String name, String value) {}
