package io.tidings.service.unsubscribe;

import java.util.Map;

/** Small pages that need nothing from elsewhere, no script and no cookie, and read well aloud. */
final class UnsubscribePage {

    private static final Map<Character, String> ESCAPES =
            Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;", '\'', "&#39;");

    private UnsubscribePage() {}

    static String question(String path, String sender, String topic) {
        return page("Unsubscribe?", """
                <p>You get mail about <strong>%s</strong> from %s. Do you want no more of it?</p>
                <form method="post" action="%s">
                  <input type="hidden" name="List-Unsubscribe" value="One-Click">
                  <button type="submit">Unsubscribe from %s</button>
                </form>
                <p>Or leave everything that is sent to many people at once. Messages that are meant for you alone still arrive.</p>
                <form method="post" action="%s/all">
                  <button type="submit" class="second">Unsubscribe from all of it</button>
                </form>
                """.formatted(escaped(topic), escaped(sender), path, escaped(topic), path));
    }

    static String done(String what) {
        return page("You are unsubscribed", """
                <p>You get no more mail about %s. What is on its way already may still arrive.</p>
                """.formatted(escaped(what)));
    }

    static String doneWithAll() {
        return page("You are unsubscribed", """
                <p>You get no more mail that is sent to many people at once. What is on its way already may still arrive.</p>
                """);
    }

    static String unknown() {
        return page("This link does not work", """
                <p>It is not complete, or not one of ours. Copy the whole link from the mail into your browser,
                or use the unsubscribe button of your mail program.</p>
                """);
    }

    private static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>%s</title>
                <style>
                body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem;
                       color: #1a1a1a; background: #fff }
                h1 { font-size: 1.75rem; line-height: 1.2 }
                button { font: inherit; padding: .75rem 1.25rem; border: 2px solid #1a4fa3; border-radius: .5rem;
                         background: #1a4fa3; color: #fff; cursor: pointer }
                button.second { background: #fff; color: #1a4fa3 }
                button:focus-visible { outline: 3px solid #f2a900; outline-offset: 2px }
                @media (prefers-color-scheme: dark) {
                  body { color: #eee; background: #16181c }
                  button.second { background: #16181c; color: #9dc1ff; border-color: #9dc1ff }
                }
                </style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s</main>
                </body>
                </html>
                """.formatted(title, title, body);
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(ESCAPES.getOrDefault((char) c, String.valueOf((char) c))));
        return out.toString();
    }
}
