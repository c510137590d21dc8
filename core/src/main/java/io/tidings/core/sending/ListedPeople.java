package io.tidings.core.sending;

import io.tidings.core.audience.Page;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.Origin;
import io.tidings.core.sending.FindPeople.Found;
import io.tidings.core.sending.FindPeople.Person;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds people in the index of what went wrong. Each lies there once, under the strongest of what happened to them; so who was delayed
 * and complained later is looked for among those who complained. Read from the weakest list to the strongest, because that is how people
 * move: nobody slips past.
 */
final class ListedPeople {

    private final MessageLedger ledger;

    ListedPeople(MessageLedger ledger) {
        this.ledger = ledger;
    }

    private record Place(int list, @Nullable String inList) {

        static Place read(@Nullable String cursor) {
            if (cursor == null) {
                return new Place(0, null);
            }
            int colon = cursor.indexOf(':');
            if (colon < 1 || Integer.parseInt(cursor.substring(0, colon)) < 0) {
                throw new IllegalArgumentException("not a cursor");
            }
            String inList = cursor.substring(colon + 1);
            return new Place(Integer.parseInt(cursor.substring(0, colon)), inList.isEmpty() ? null : inList);
        }

        Place after(Page<Message> page) {
            return page.next() == null ? new Place(list + 1, null) : new Place(list, page.next());
        }

        @Override
        public String toString() {
            String in = inList;
            return list + ":" + (in == null ? "" : in);
        }
    }

    Found find(Campaign campaign, Figure figure, @Nullable String cursor, int limit) {
        Origin origin = new Origin.OfCampaign(campaign.id());
        List<FactKind> lists = figure.lists();
        Place at = Place.read(cursor);
        List<Person> found = new ArrayList<>();
        int lookedAt = 0;
        while (at.list() < lists.size() && found.size() < limit && lookedAt < FindPeople.MOST_LOOKED_AT) {
            FactKind list = lists.get(at.list());
            int room = limit - found.size();
            int together = figure.fills(list) ? room : Math.max(room, FindPeople.MOST_AT_ONCE);
            Page<Message> page = ledger.wentWrong(origin, list, at.inList(), together);
            if (page.items().stream().filter(figure::counts).count() > room) {
                // A cursor stands only between pages of the index, so all of this one must fit.
                page = ledger.wentWrong(origin, list, at.inList(), room);
            }
            page.items().stream().filter(figure::counts).map(Person::of).forEach(found::add);
            lookedAt += page.items().size();
            at = at.after(page);
        }
        return new Found(found, at.list() < lists.size() ? at.toString() : null, lookedAt);
    }
}
