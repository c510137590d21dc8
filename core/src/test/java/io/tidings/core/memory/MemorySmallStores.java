package io.tidings.core.memory;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.ImportJob;
import io.tidings.core.audience.ImportStore;
import io.tidings.core.notification.Notification;
import io.tidings.core.notification.NotificationStore;
import io.tidings.core.pacing.PermitStore;
import io.tidings.core.suppression.Suppression;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Those that stand by themselves. */
final class MemorySmallStores {

    private final Imports imports = new Imports();
    private final Templates templates = new Templates();
    private final Suppressions suppressions = new Suppressions();
    private final Notifications notifications = new Notifications();
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

    NotificationStore notifications() {
        return notifications;
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

    private static final class Suppressions implements SuppressionStore {
        private final Map<RecipientId, Suppression> all = new ConcurrentHashMap<>();

        @Override
        public void add(Suppression suppression) {
            all.putIfAbsent(suppression.id(), suppression);
        }

        @Override
        public Map<RecipientId, Suppression> find(Collection<RecipientId> ids) {
            Map<RecipientId, Suppression> found = new HashMap<>();
            ids.stream().filter(all::containsKey).forEach(id -> found.put(id, all.get(id)));
            return found;
        }
    }

    private static final class Notifications implements NotificationStore {
        private final Map<String, Notification> all = new HashMap<>();

        @Override
        public synchronized void add(Notification notification) {
            all.put(notification.id(), notification);
        }

        @Override
        public synchronized Optional<Notification> find(String id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public synchronized boolean replace(Notification seen, Notification next) {
            Notification now = all.get(seen.id());
            if (now == null || now.fence() != seen.fence()) {
                return false;
            }
            all.put(next.id(), next);
            return true;
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
