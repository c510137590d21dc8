package io.tidings.awslocal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Where the files are: a folder that stays, or one that goes when this run ends. */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final boolean stays;

    private DataFolder(Path path, boolean stays) {
        this.path = path;
        this.stays = stays;
    }

    static DataFolder of(@Nullable Path folder) {
        try {
            return folder == null
                    ? new DataFolder(Files.createTempDirectory("aws-local-"), false)
                    : new DataFolder(Files.createDirectories(folder), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    /** A file of that name, or null where all that can be is kept in memory. */
    @Nullable
    Path file(String name) {
        return stays ? path.resolve(name) : null;
    }

    @Override
    public void close() {
        if (stays) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
