package io.tidings.aws.dynamodb;

import io.tidings.core.access.AccessStore;
import io.tidings.core.access.ApiKey;
import io.tidings.core.access.Session;
import io.tidings.core.access.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

public final class DynamoAccessStore implements AccessStore {

    private final Dynamo dynamo;
    private final String users;
    private final String sessions;
    private final String keys;

    public DynamoAccessStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.users = dynamo.tables().users();
        this.sessions = dynamo.tables().sessions();
        this.keys = dynamo.tables().apiKeys();
    }

    @Override
    public boolean addUser(User user) {
        return dynamo.put(
                users,
                Item.empty()
                        .text("email", user.email())
                        .text("name", user.name())
                        .text("role", user.role().name())
                        .text("passwordHash", user.passwordHash()),
                "attribute_not_exists(email)",
                Map.of());
    }

    @Override
    public Optional<User> user(String email) {
        return dynamo.get(users, Dynamo.key("email", email))
                .map(item -> new User(
                        item.text("email"),
                        item.text("name"),
                        User.Role.valueOf(item.text("role")),
                        item.text("passwordHash")));
    }

    @Override
    public boolean anyUser() {
        return dynamo.client()
                        .scan(request -> request.tableName(users).limit(1).consistentRead(true))
                        .count()
                > 0;
    }

    @Override
    public void addSession(Session session) {
        dynamo.put(
                sessions,
                Item.empty()
                        .text("id", session.tokenHash())
                        .text("email", session.email())
                        .time("expiresAt", session.expiresAt())
                        .number("ttl", session.expiresAt().getEpochSecond()));
    }

    @Override
    public Optional<Session> session(String tokenHash) {
        return dynamo.get(sessions, Dynamo.key("id", tokenHash))
                .map(item -> new Session(item.text("id"), item.text("email"), item.time("expiresAt")));
    }

    @Override
    public void removeSession(String tokenHash) {
        dynamo.client().deleteItem(request -> request.tableName(sessions).key(Dynamo.key("id", tokenHash)));
    }

    @Override
    public void addKey(ApiKey key) {
        dynamo.put(
                keys,
                Item.empty()
                        .text("id", key.id())
                        .text("name", key.name())
                        .text("scope", key.scope().name())
                        .text("secretHash", key.secretHash())
                        .time("createdAt", key.createdAt()));
    }

    @Override
    public Optional<ApiKey> key(String id) {
        return dynamo.get(keys, Dynamo.key("id", id)).map(DynamoAccessStore::key);
    }

    @Override
    public List<ApiKey> keys() {
        return dynamo.client().scanPaginator(request -> request.tableName(keys)).items().stream()
                .map(Item::of)
                .map(DynamoAccessStore::key)
                .toList();
    }

    @Override
    public boolean removeKey(String id) {
        return dynamo.client()
                .deleteItem(request ->
                        request.tableName(keys).key(Dynamo.key("id", id)).returnValues(ReturnValue.ALL_OLD))
                .hasAttributes();
    }

    private static ApiKey key(Item item) {
        return new ApiKey(
                item.text("id"),
                item.text("name"),
                ApiKey.Scope.valueOf(item.text("scope")),
                item.text("secretHash"),
                item.time("createdAt"));
    }
}
