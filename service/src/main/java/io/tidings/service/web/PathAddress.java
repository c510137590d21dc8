package io.tidings.service.web;

import io.tidings.core.address.EmailAddress;

/** An address as part of a path. The server reads a plus there as a space, as in a form; an address has no space. */
public final class PathAddress {

    private PathAddress() {}

    public static EmailAddress.Reading read(String text) {
        return EmailAddress.read(text.replace(' ', '+'));
    }
}
