package io.tidings.examples.chat;

/** Something somebody wrote in a room. */
record Message(String id, String room, String sender, String text) {}
