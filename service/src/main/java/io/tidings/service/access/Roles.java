package io.tidings.service.access;

/** What a login or a key may do. */
public final class Roles {

    /** Everything. */
    public static final String ADMINISTRATOR = "ADMINISTRATOR";

    /** Post notifications and ask what became of them. */
    public static final String NOTIFICATIONS = "NOTIFICATIONS";

    private Roles() {}
}
