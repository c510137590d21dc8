package io.tidings.service.web;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.regex.Pattern;

/** Ids that sort by the time they were made, and that SES tags can carry. */
public final class Ids {

    public static final int LENGTH = 36;

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Ids() {}

    public static String next() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** What cannot be an id of ours does not exist; it never reaches a store. */
    public static String checked(String what, String id) {
        if (!UUID.matcher(id).matches()) {
            throw ProblemException.notFound(what);
        }
        return id;
    }
}
