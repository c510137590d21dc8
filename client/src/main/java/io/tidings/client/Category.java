package io.tidings.client;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a mail is about. It decides who may get it, when, and how soon it is worthless. */
public enum Category {
    ONE_TIME_CODE("one-time-code"),
    ACCOUNT("account"),
    CONVERSATION("conversation"),
    DIGEST("digest");

    private final String wireName;

    Category(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
