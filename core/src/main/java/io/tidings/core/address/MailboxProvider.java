package io.tidings.core.address;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Who runs the mailboxes of a domain, where the domain alone tells. A company's own domain at one of these counts as other. */
public enum MailboxProvider {
    GMAIL("gmail.com googlemail.com google.com"),
    MICROSOFT(
            "outlook.com hotmail.com live.com msn.com passport.com hotmail.co.uk hotmail.fr hotmail.it hotmail.es hotmail.de"
                    + " hotmail.com.br hotmail.com.ar live.co.uk live.fr live.it live.nl live.de live.be live.ca live.com.au live.com.mx"
                    + " live.se live.dk live.no outlook.fr outlook.de outlook.it outlook.es outlook.jp outlook.com.br outlook.com.au"),
    YAHOO(
            "yahoo.com ymail.com rocketmail.com myyahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.ca yahoo.in"
                    + " yahoo.co.in yahoo.com.br yahoo.com.ar yahoo.com.mx yahoo.com.au yahoo.co.id yahoo.com.ph yahoo.com.sg"
                    + " yahoo.com.tw yahoo.com.hk yahoo.ie yahoo.gr yahoo.se yahoo.dk yahoo.no yahoo.ro yahoo.pl aol.com aim.com"
                    + " aol.co.uk aol.fr aol.de netscape.net verizon.net att.net sbcglobal.net bellsouth.net"),
    YAHOO_JAPAN("yahoo.co.jp ybb.ne.jp"),
    APPLE("icloud.com me.com mac.com privaterelay.appleid.com"),
    UNITED_INTERNET(
            "gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.fr gmx.co.uk web.de mail.com email.com 1und1.de online.de"),
    TELEKOM("t-online.de magenta.de"),
    PROTON("proton.me protonmail.com protonmail.ch pm.me"),
    MAIL_RU("mail.ru bk.ru inbox.ru list.ru internet.ru"),
    YANDEX("yandex.ru yandex.com ya.ru yandex.by yandex.kz yandex.ua"),
    TENCENT("qq.com foxmail.com vip.qq.com"),
    NETEASE("163.com 126.com yeah.net vip.163.com"),
    NAVER("naver.com"),
    ORANGE("orange.fr wanadoo.fr"),
    FREE("free.fr"),
    COMCAST("comcast.net xfinity.com"),
    FASTMAIL("fastmail.com fastmail.fm messagingengine.com"),
    ZOHO("zoho.com zohomail.com zoho.eu zoho.in"),
    OTHER("");

    private static final Map<String, MailboxProvider> BY_DOMAIN = byDomain();

    private final String domains;

    MailboxProvider(String domains) {
        this.domains = domains;
    }

    public static MailboxProvider of(String domain) {
        return BY_DOMAIN.getOrDefault(domain, OTHER);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, MailboxProvider> byDomain() {
        Map<String, MailboxProvider> all = new HashMap<>();
        for (MailboxProvider provider : values()) {
            for (String domain : provider.domains.split(" ", -1)) {
                if (!domain.isEmpty()) {
                    all.put(domain, provider);
                }
            }
        }
        return all;
    }
}
