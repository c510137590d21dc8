package io.tidings.awslocal.mail;

/** Where the request is that brought a mail, and which of its entries the mail was. */
public record BodyRef(long position, int length, int entry) {}
