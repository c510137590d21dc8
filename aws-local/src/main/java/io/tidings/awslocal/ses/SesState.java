package io.tidings.awslocal.ses;

import io.tidings.awslocal.state.Records;
import io.tidings.awslocal.state.StateStore;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Everything SES knows but the mail itself. */
public final class SesState {
    private final Records<Identity> identities;
    private final Records<ConfigurationSet> configurationSets;
    private final Records<StoredTemplate> templates;
    private final SuppressionList suppressions;
    private volatile AccountState account;

    public SesState(StateStore store, AccountState account) {
        this.identities = store.records("identities", Identity.class);
        this.configurationSets = store.records("configuration-sets", ConfigurationSet.class);
        this.templates = store.records("templates", StoredTemplate.class);
        this.suppressions = new SuppressionList(store.records("suppressions", SuppressedAddress.class));
        this.account = account;
    }

    Records<Identity> identities() {
        return identities;
    }

    public Records<ConfigurationSet> configurationSets() {
        return configurationSets;
    }

    Records<StoredTemplate> templates() {
        return templates;
    }

    SuppressionList suppressions() {
        return suppressions;
    }

    public AccountState account() {
        return account;
    }

    public synchronized void change(UnaryOperator<AccountState> change) {
        account = change.apply(account);
    }

    public void verify(String identity) {
        identities.put(identity, Identity.named(identity, true, null));
    }

    /** The identity that speaks for an address: itself, its domain, or a parent of that. */
    public @Nullable Identity identityOf(String address) {
        var exact = identities.get(address);
        if (exact != null) {
            return exact;
        }
        var domain = Addresses.domain(address).toLowerCase(Locale.ROOT);
        while (!domain.isEmpty()) {
            var identity = identities.get(domain);
            if (identity != null) {
                return identity;
            }
            var dot = domain.indexOf('.');
            domain = dot < 0 ? "" : domain.substring(dot + 1);
        }
        return null;
    }

    boolean isVerified(String address) {
        var identity = identityOf(address);
        return identity != null && identity.verified();
    }

    public void clear() {
        identities.clear();
        configurationSets.clear();
        templates.clear();
        suppressions.clear();
    }
}
