package io.tidings.examples.chat;

import java.time.ZoneId;

/** Somebody in the chat. */
record Member(String name, String email, ZoneId zone) {}
