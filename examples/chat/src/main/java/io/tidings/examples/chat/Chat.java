package io.tidings.examples.chat;

import io.tidings.client.Posted;
import io.tidings.client.TidingsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who is online reads in the app; who is not gets a mail, unless he comes and reads in time. */
final class Chat {

    private final Mailer mailer;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Set<String> online = new HashSet<>();
    private final Set<String> unreachable = ConcurrentHashMap.newKeySet();
    private final Map<String, Posted> posted = new LinkedHashMap<>();

    Chat(Mailer mailer) {
        this.mailer = mailer;
    }

    void join(Member member) {
        members.put(member.name(), member);
    }

    void comesOnline(String name) {
        online.add(name);
        say(name + " is online");
    }

    Message write(String sender, String room, String text) {
        Message message = new Message("m-" + UUID.randomUUID(), room, sender, text);
        say(sender + " in " + room + ": " + text);
        members.values().stream()
                .filter(member -> !member.name().equals(sender) && !online.contains(member.name()))
                .filter(member -> !unreachable.contains(member.email()))
                .forEach(member -> mail(member, message));
        return message;
    }

    private void mail(Member member, Message message) {
        try {
            Posted mail = mailer.unread(member, message);
            posted.put(member.name() + ", " + message.text(), mail);
            say("  " + member.name() + " is away: a mail waits until " + mail.dueAt());
        } catch (TidingsException.Refused refused) {
            say("  " + member.name() + " gets no mail (" + refused.code() + "): " + refused.getMessage());
        }
    }

    void reads(String name, Message message) {
        Member member = member(name);
        if (member != null) {
            mailer.read(member, message);
            say(name + " reads \"" + message.text() + "\" in the app: no mail is needed");
        }
    }

    /** Told by a webhook; whoever marks him again changes nothing, so the same event may come twice. */
    void isUnreachable(String email) {
        if (unreachable.add(email)) {
            say("  from now on " + email + " gets no mail of this chat");
        }
    }

    @Nullable
    Member member(String name) {
        return members.get(name);
    }

    /** What became of each mail: a line each. */
    List<String> outcomes() {
        List<String> lines = new ArrayList<>();
        posted.forEach((what, mail) -> {
            var status = mailer.status(mail);
            String why = status.why() == null ? "" : ": " + status.why();
            lines.add(what + " -> " + status.state() + why);
        });
        return lines;
    }

    static void say(String line) {
        System.out.println(line);
    }
}
