package io.tidings.core.campaign;

/** What a campaign can be paused for: what that means, what to do, and whether it goes on when nobody does anything. */
public enum PauseKind {
    BY_HAND("Somebody paused it.", "Resume it when it is to go on."),
    TOO_MANY_BOUNCES(
            "Too many of its addresses do not exist. SES reviews accounts above 5 % and stops them above 10 %, so it stopped before"
                    + " that.",
            "Look where the addresses come from and take the bad ones out. Cancel it, or resume it if you know why it is safe to go on."),
    TOO_MANY_COMPLAINTS(
            "Too many recipients marked it as spam. SES reviews accounts above 0.1 % and stops them above 0.5 %, so it stopped before"
                    + " that.",
            "Ask whether these people expected this mail. Cancel it, or resume it if you know why it is safe to go on."),
    SENDING_PAUSED(
            "Sending is switched off for the whole account.",
            "Switch it on in the SES console, under Account dashboard, then resume."),
    ACCOUNT_SUSPENDED(
            "AWS stopped this account's sending.",
            "Answer the case that AWS opened with the account's owner. When sending is allowed again, resume."),
    SENDER_NOT_VERIFIED(
            "SES does not know that the sender's address is yours.",
            "Verify the sender's domain or address in SES, in the Region that Tidings sends from, then resume."),
    MAIL_FROM_NOT_VERIFIED(
            "The sender domain's own MAIL FROM domain is set up in SES, but its DNS records are not right.",
            "Correct its MX record, or let SES use its own MAIL FROM domain when that record fails; then resume."),
    CONFIGURATION_SET_MISSING(
            "The configuration set that Tidings sends with does not exist.",
            "Create it, or correct the setting tidings.configuration-set; then resume."),
    CONFIGURATION_SET_PAUSED(
            "Sending is switched off for the configuration set that Tidings sends with.",
            "Switch it on in the SES console, under Configuration sets, then resume."),
    SENDING_POOL_MISSING(
            "The configuration set names a pool of dedicated addresses that does not exist.",
            "Correct the pool in the SES console, under Configuration sets, then resume."),
    SANDBOX(
            "The account is in the SES sandbox, where mail goes to verified addresses only.",
            "Ask AWS for production access in the SES console, or send to verified addresses only; then resume."),
    DAILY_QUOTA_SPENT(
            "The account's quota for 24 hours is spent.",
            "Nothing: it goes on by itself as the quota comes back. For more at once, ask AWS for a higher quota."),
    QUOTA_UNKNOWN(
            "SES does not say what the account may send.",
            "Nothing, if it passes: it is asked again each second, and the campaign goes on with the first answer. If it does not, look"
                    + " whether the service reaches SES."),
    CREDENTIALS_REFUSED(
            "AWS does not accept the credentials that Tidings sends with, or they may not do what it needs.",
            "Give the service a role or keys that may call ses:SendEmail, ses:SendBulkEmail and ses:GetAccount, then resume."),
    ACCOUNT_REFUSED(
            "SES refuses the account's mail for a reason that is not about a single message.",
            "Read what SES said, mend it in the SES console, then resume.");

    private final String what;
    private final String todo;

    PauseKind(String what, String todo) {
        this.what = what;
        this.todo = todo;
    }

    public String what() {
        return what;
    }

    public String todo() {
        return todo;
    }

    public boolean resumesByItself() {
        return this == DAILY_QUOTA_SPENT || this == QUOTA_UNKNOWN;
    }

    /** The campaign's own figures were the reason: who resumes it has to have seen them. */
    public boolean byGuard() {
        return this == TOO_MANY_BOUNCES || this == TOO_MANY_COMPLAINTS;
    }
}
