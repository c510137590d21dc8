package io.tidings.core.memory;

import io.tidings.core.access.SecretStore;
import io.tidings.core.audience.ImportJob;
import io.tidings.core.audience.ImportStore;
import io.tidings.core.pacing.PermitStore;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Those that stand by themselves. */
final class MemorySmallStores {

    private final Imports imports = new Imports();
    private final Templates templates = new Templates();
    private final SuppressionStore suppressions = new MemorySuppressions();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final Permits permits = new Permits();
    private final Map<String, Permits> campaignPermits = new ConcurrentHashMap<>();

    ImportStore imports() {
        return imports;
    }

    TemplateStore templates() {
        return templates;
    }

    SuppressionStore suppressions() {
        return suppressions;
    }

    SecretStore secrets() {
        return (name, made) -> Objects.requireNonNullElse(secrets.putIfAbsent(name, made), made);
    }

    PermitStore permits() {
        return permits;
    }

    PermitStore permits(String campaignId) {
        return campaignPermits.computeIfAbsent(campaignId, _ -> new Permits());
    }

    private static final class Imports implements ImportStore {
        private final Map<String, ImportJob> jobs = new ConcurrentHashMap<>();

        @Override
        public void save(ImportJob job) {
            jobs.put(job.id(), job);
        }

        @Override
        public Optional<ImportJob> find(String id) {
            return Optional.ofNullable(jobs.get(id));
        }
    }

    private static final class Templates implements TemplateStore {
        private final Map<String, TreeMap<Integer, Template>> versions = new HashMap<>();

        @Override
        public synchronized boolean add(Template template) {
            TreeMap<Integer, Template> all = versions.computeIfAbsent(template.id(), _ -> new TreeMap<>());
            if (all.size() != template.version() - 1) {
                return false;
            }
            all.put(template.version(), template);
            return true;
        }

        @Override
        public synchronized Optional<Template> find(String id) {
            return Optional.ofNullable(versions.get(id))
                    .map(all -> all.lastEntry().getValue());
        }

        @Override
        public synchronized Optional<Template> find(String id, int version) {
            return Optional.ofNullable(versions.get(id)).map(all -> all.get(version));
        }

        @Override
        public synchronized List<Template> list() {
            return versions.values().stream()
                    .map(all -> all.lastEntry().getValue())
                    .sorted(Comparator.comparing(Template::name))
                    .toList();
        }
    }

    private static final class Permits implements PermitStore {
        private Line line = new Line(Instant.EPOCH, 0);

        @Override
        public synchronized Line read() {
            return line;
        }

        @Override
        public synchronized boolean move(Line seen, Line next) {
            boolean latest = line.granted() == seen.granted();
            if (latest) {
                line = next;
            }
            return latest;
        }
    }
}
