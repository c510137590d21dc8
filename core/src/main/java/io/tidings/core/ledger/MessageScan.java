package io.tidings.core.ledger;

import io.tidings.core.audience.Page;
import org.jspecify.annotations.Nullable;

/** The whole ledger, for those who compare. */
public interface MessageScan {

    /** A page of one of {@code parts} equal parts, which can be read side by side. */
    Page<Message> page(int part, int parts, @Nullable String cursor);
}
