package io.tidings.service.access;

/** What a login or a key may do. */
public final class Roles {

    /** Everything. */
    public static final String ADMINISTRATOR = "ADMINISTRATOR";

    /** Post notifications, ask what became of them and who may get them. */
    public static final String NOTIFICATIONS = "NOTIFICATIONS";

    /** Post notifications of which none is ever sent; whose mail there really is, is none of its business. */
    public static final String NOTIFICATIONS_DRY_RUN = "NOTIFICATIONS_DRY_RUN";

    private Roles() {}
}
