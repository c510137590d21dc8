package io.tidings.bench;

import java.util.List;

/** A thousand invented people, some of whom the embedded SES treats as it does its mailbox simulator's addresses. */
final class DemoPeople {

    static final int ALL = 1_000;
    static final int BOUNCES = 30;
    static final int COMPLAINTS = 8;
    static final int AUTO_REPLIES = 12;

    private static final List<String> FIRST = List.of(
            "Ada", "Bo", "Chidi", "Dina", "Emil", "Fatima", "Goran", "Hana", "Ines", "Jonas", "Kofi", "Lena", "Mateo",
            "Nadia", "Omar", "Petra", "Quinn", "Rosa", "Sven", "Tariq");
    private static final List<String> LAST = List.of(
            "Almeida", "Berg", "Costa", "Diallo", "Eriksen", "Fischer", "Gruber", "Haddad", "Ivanov", "Jansen", "Kim",
            "Lopez", "Moreau", "Novak", "Okafor", "Park", "Rossi", "Silva", "Tanaka", "Weber");
    private static final List<String> CITIES = List.of("Lisbon", "Oslo", "Accra", "Vienna", "Lyon", "Porto", "Gdansk");
    private static final List<String> DOMAINS = List.of("example.com", "example.org", "example.net", "mail.example");

    private DemoPeople() {}

    static String csv() {
        StringBuilder csv = new StringBuilder("email,firstName,lastName,city\n");
        for (int i = 0; i < ALL; i++) {
            String first = FIRST.get(i % FIRST.size());
            String last = LAST.get(i / FIRST.size() % LAST.size());
            csv.append(address(i, first, last))
                    .append(',')
                    .append(first)
                    .append(',')
                    .append(last)
                    .append(',')
                    .append(CITIES.get(i % CITIES.size()))
                    .append('\n');
        }
        return csv.toString();
    }

    private static String address(int i, String first, String last) {
        if (i < BOUNCES) {
            return "bounce+" + i + "@simulator.amazonses.com";
        }
        if (i < BOUNCES + COMPLAINTS) {
            return "complaint+" + i + "@simulator.amazonses.com";
        }
        if (i < BOUNCES + COMPLAINTS + AUTO_REPLIES) {
            return "ooto+" + i + "@simulator.amazonses.com";
        }
        return (first + "." + last + "." + i).toLowerCase(java.util.Locale.ROOT) + "@"
                + DOMAINS.get(i % DOMAINS.size());
    }
}
