package io.tidings.core.access;

/** A person. The password is kept as a hash that is slow to guess against. */
public record User(String email, String name, Role role, String passwordHash) {

    public enum Role {
        ADMINISTRATOR
    }
}
