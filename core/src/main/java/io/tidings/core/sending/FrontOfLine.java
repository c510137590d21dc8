package io.tidings.core.sending;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Of each process one batch at a time stands in the account's line for permits. The others would ask for nothing again and again; take
 * permits for a batch that another process has claimed meanwhile, and so waste them; and leave people unknown between two of its permits.
 */
public interface FrontOfLine {

    /** Nothing when others stood there for so long. */
    @Nullable
    Place enter(Duration longest) throws InterruptedException;

    interface Place extends AutoCloseable {

        /** The next one may come; a second time changes nothing. */
        @Override
        void close();
    }
}
