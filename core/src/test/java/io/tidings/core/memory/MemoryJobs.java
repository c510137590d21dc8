package io.tidings.core.memory;

import io.tidings.core.job.Job;
import io.tidings.core.job.JobStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class MemoryJobs implements JobStore {

    private final Map<String, Job> jobs = new ConcurrentHashMap<>();

    @Override
    public void add(Job job) {
        jobs.put(job.id(), job);
    }

    @Override
    public Optional<Job> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public List<Job> running() {
        return jobs.values().stream()
                .filter(job -> job.state() == Job.State.RUNNING)
                .toList();
    }

    @Override
    public boolean replace(Job next) {
        Job stored = jobs.computeIfPresent(next.id(), (_, now) -> now.revision() == next.revision() - 1 ? next : now);
        return next.equals(stored);
    }
}
