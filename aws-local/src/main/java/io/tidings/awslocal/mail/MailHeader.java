package io.tidings.awslocal.mail;

/** A header of a mail, as given. */
public record MailHeader(String name, String value) {}
