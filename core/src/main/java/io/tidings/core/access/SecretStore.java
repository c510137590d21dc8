package io.tidings.core.access;

/** Secrets that a deployment makes for itself and all its processes share. */
public interface SecretStore {

    /** @return the secret of this name: the one given, when it is the first, or else the first */
    String keep(String name, String made);
}
