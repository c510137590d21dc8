package io.tidings.core.access;

import java.util.List;
import java.util.Optional;

public interface AccessStore {

    /** False when the address has an account already. */
    boolean addUser(User user);

    Optional<User> user(String email);

    boolean anyUser();

    void addSession(Session session);

    Optional<Session> session(String tokenHash);

    void removeSession(String tokenHash);

    void addKey(ApiKey key);

    Optional<ApiKey> key(String id);

    List<ApiKey> keys();

    /** False when there is none. */
    boolean removeKey(String id);
}
