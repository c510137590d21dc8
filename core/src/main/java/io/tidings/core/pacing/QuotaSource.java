package io.tidings.core.pacing;

/** Asks SES. GetAccount is allowed once a second, so the adapter remembers its answer for longer than that. */
public interface QuotaSource {
    SendQuota current();
}
