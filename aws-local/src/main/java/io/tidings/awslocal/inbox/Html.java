package io.tidings.awslocal.inbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Pages put together from text that is never trusted. */
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <header><a href="/_inbox"><b>Inbox</b></a> <span>every mail that SES took here; nothing leaves this machine</span></header>
                <main>
                %s
                </main>
                </body>
                </html>
                """.formatted(escape(title), STYLE, body);
    }

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: light-dark(#e3e5e8, #34373c); --soft: light-dark(#5c636b, #a2a9b1);
              --back: light-dark(#ffffff, #17191c); --card: light-dark(#f6f7f9, #1f2226); --accent: light-dark(#0b5fff, #7aa7ff); }
            * { box-sizing: border-box }
            body { margin: 0; font: 15px/1.45 system-ui, sans-serif; background: var(--back) }
            header { padding: .8rem 1rem; border-bottom: 1px solid var(--line); color: var(--soft) }
            header a { color: inherit; text-decoration: none; margin-right: .6rem }
            main { max-width: 62rem; margin: 0 auto; padding: 1rem }
            a { color: var(--accent) }
            form { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: 1rem }
            label { flex: 1 1 14rem; color: var(--soft); font-size: .85rem }
            input { display: block; width: 100%; font: inherit; padding: .45rem .6rem; margin-top: .2rem; border: 1px solid var(--line);
              border-radius: .4rem; background: var(--card); color: inherit }
            button { align-self: end; font: inherit; padding: .45rem 1rem; border: 0; border-radius: .4rem; background: var(--accent);
              color: var(--back); cursor: pointer }
            ul.mails { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line) }
            ul.mails a { display: grid; grid-template-columns: minmax(9rem, 16rem) 1fr auto; gap: .1rem 1rem; padding: .6rem .3rem;
              border-bottom: 1px solid var(--line); color: inherit; text-decoration: none }
            ul.mails a:hover, ul.mails a:focus-visible { background: var(--card) }
            ul.mails span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
            ul.mails .subject { font-weight: 600 }
            time, .soft { color: var(--soft) }
            .empty { padding: 3rem 1rem; text-align: center; color: var(--soft) }
            .tag { display: inline-block; padding: 0 .45rem; margin: 0 .25rem .25rem 0; border-radius: .6rem; background: var(--card);
              border: 1px solid var(--line); font-size: .82rem }
            h1 { font-size: 1.35rem; margin: .2rem 0 .6rem; overflow-wrap: anywhere }
            h2 { font-size: 1rem; margin: 1.6rem 0 .5rem }
            table { border-collapse: collapse; width: 100% } th { text-align: left; font-weight: 500; color: var(--soft) }
            td, th { padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere }
            iframe { width: 100%; height: 60vh; border: 1px solid var(--line); border-radius: .4rem; background: #fff; color-scheme: light }
            pre { overflow: auto; max-height: 60vh; padding: .8rem; border: 1px solid var(--line); border-radius: .4rem;
              background: var(--card); white-space: pre-wrap; overflow-wrap: anywhere }
            details summary { cursor: pointer; margin: 1.2rem 0 .5rem; font-weight: 600 }
            .pages { display: flex; justify-content: space-between; padding: 1rem 0 }
            @media (max-width: 40rem) { ul.mails a { grid-template-columns: 1fr auto } ul.mails .subject { grid-row: 1; grid-column: 1 }
              header span { display: none } }
            """;
}
