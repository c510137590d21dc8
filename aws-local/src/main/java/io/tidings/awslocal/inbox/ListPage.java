package io.tidings.awslocal.inbox;

import io.tidings.awslocal.http.Request;
import io.tidings.awslocal.mail.Mail;
import io.tidings.awslocal.mail.MailStore;

/** The list of mail, newest first, with a search. */
final class ListPage {
    private static final int SIZE = 50;

    private ListPage() {}

    static String of(Request request, MailStore store) {
        var search = Search.of(request);
        var results = Results.of(store, search, InboxEndpoint.number(request, "after", Long.MAX_VALUE), SIZE);
        var body = new StringBuilder(form(search));
        if (results.mails().isEmpty()) {
            body.append(empty(search));
        } else {
            body.append("<ul class=\"mails\">");
            results.mails().forEach(mail -> body.append(row(mail)));
            body.append("</ul>").append(pages(search, results, store.size()));
        }
        return Html.page("Inbox", body.toString());
    }

    private static String form(Search search) {
        return """
                <form action="/_inbox" role="search">
                <label>Recipient <input type="search" name="to" value="%s" placeholder="part of an address"></label>
                <label>Campaign <input type="search" name="campaign" value="%s" placeholder="the value of any tag"></label>
                <button>Search</button>
                </form>
                """.formatted(Html.escape(search.to()), Html.escape(search.campaign()));
    }

    private static String empty(Search search) {
        return search.isForAll()
                ? "<p class=\"empty\">No mail yet. What is sent through this endpoint appears here.</p>"
                : "<p class=\"empty\">No mail like that. <a href=\"/_inbox\">Show all</a></p>";
    }

    private static String row(Mail mail) {
        return """
                <li><a href="/_inbox/mail/%s"><span>%s</span><span class="subject">%s</span><time datetime="%s">%s</time></a></li>
                """.formatted(
                        mail.id(),
                        Html.escape(String.join(", ", mail.recipients())),
                        mail.subject().isEmpty() ? "<i>no subject</i>" : Html.escape(mail.subject()),
                        mail.time(),
                        mail.time().substring(0, 19).replace('T', ' '));
    }

    private static String pages(Search search, Results results, long total) {
        var next = results.next() == null
                ? ""
                : "<a rel=\"next\" href=\"/_inbox?to=%s&amp;campaign=%s&amp;after=%d\">Older</a>"
                        .formatted(Html.url(search.to()), Html.url(search.campaign()), results.next());
        return "<div class=\"pages\"><span class=\"soft\">%,d mails in all</span>%s</div>".formatted(total, next);
    }
}
