package io.tidings.core.campaign;

import io.tidings.core.address.EmailAddress;

/** In whose name a mail goes out. */
public record Sender(String name, EmailAddress address) {}
