package io.tidings.core.audience;

import java.util.Optional;

public interface ImportStore {

    void save(ImportJob job);

    Optional<ImportJob> find(String id);
}
