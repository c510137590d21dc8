package io.tidings.core.memory;

import io.tidings.core.access.AccessStore;
import io.tidings.core.access.ApiKey;
import io.tidings.core.access.Session;
import io.tidings.core.access.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class MemoryAccess implements AccessStore {

    private final Map<String, User> users = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();

    @Override
    public boolean addUser(User user) {
        return users.putIfAbsent(user.email(), user) == null;
    }

    @Override
    public Optional<User> user(String email) {
        return Optional.ofNullable(users.get(email));
    }

    @Override
    public boolean anyUser() {
        return !users.isEmpty();
    }

    @Override
    public void addSession(Session session) {
        sessions.put(session.tokenHash(), session);
    }

    @Override
    public Optional<Session> session(String tokenHash) {
        return Optional.ofNullable(sessions.get(tokenHash));
    }

    @Override
    public void removeSession(String tokenHash) {
        sessions.remove(tokenHash);
    }

    @Override
    public void addKey(ApiKey key) {
        keys.put(key.id(), key);
    }

    @Override
    public Optional<ApiKey> key(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public List<ApiKey> keys() {
        return List.copyOf(keys.values());
    }

    @Override
    public boolean removeKey(String id) {
        return keys.remove(id) != null;
    }
}
