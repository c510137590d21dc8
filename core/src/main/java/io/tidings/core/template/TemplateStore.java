package io.tidings.core.template;

import java.util.List;
import java.util.Optional;

public interface TemplateStore {

    /** Stores a version that did not exist before; false when somebody else stored this version first. */
    boolean add(Template template);

    Optional<Template> find(String id);

    Optional<Template> find(String id, int version);

    /** The newest version of each, by name. */
    List<Template> list();
}
