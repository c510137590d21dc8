package io.tidings.awslocal.ses;

import io.tidings.awslocal.mail.PlannedEvent;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The addresses of SES's mailbox simulator; a `+label` makes no difference. */
public final class Simulator {
    /** SES reports an automatic reply as a bounce of which it says nothing more. */
    static final Map<String, String> AUTO_REPLY = Map.of("bounceType", "Transient", "bounceSubType", "General");

    private static final String DOMAIN = "@simulator.amazonses.com";
    private static final Map<String, String> HARD_BOUNCE = Map.of(
            "bounceType", "Permanent",
            "bounceSubType", "General",
            "status", "5.1.1",
            "diagnosticCode", "smtp; 550 5.1.1 user unknown");
    private static final Map<String, String> ON_GLOBAL_LIST = Map.of(
            "bounceType",
            "Permanent",
            "bounceSubType",
            "Suppressed",
            "status",
            "5.1.1",
            "reportingMTA",
            "dns; amazonses.com",
            "diagnosticCode",
            "Amazon SES has suppressed sending to this address because it has a recent history of bouncing.");
    private static final Map<String, String> ABUSE =
            Map.of("complaintFeedbackType", "abuse", "userAgent", "Amazon SES Mailbox Simulator");

    private final Delays delays;

    Simulator(Delays delays) {
        this.delays = delays;
    }

    public static boolean owns(String address) {
        return address.toLowerCase(Locale.ROOT).endsWith(DOMAIN);
    }

    List<PlannedEvent> of(String address) {
        var to = List.of(address);
        var delivery = new PlannedEvent("Delivery", delays.delivery(), to);
        return switch (mailbox(address)) {
            case "bounce" -> List.of(new PlannedEvent("Bounce", delays.bounce(), to, HARD_BOUNCE));
            case "suppressionlist" -> List.of(new PlannedEvent("Bounce", delays.bounce(), to, ON_GLOBAL_LIST));
            case "ooto" ->
                List.of(delivery, new PlannedEvent("Bounce", delays.delivery() + delays.bounce(), to, AUTO_REPLY));
            case "complaint" ->
                List.of(delivery, new PlannedEvent("Complaint", delays.delivery() + delays.complaint(), to, ABUSE));
            default -> List.of(delivery);
        };
    }

    private static String mailbox(String address) {
        var local = address.substring(0, address.lastIndexOf('@')).toLowerCase(Locale.ROOT);
        var plus = local.indexOf('+');
        return plus < 0 ? local : local.substring(0, plus);
    }
}
