import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { contactsQuery } from '@/api/audiences';
import { itemsOf } from '@/api/pages';

/** The person a message is shown as: the first of the audience, until somebody picks another. */
export function usePerson(audienceId: string | null | undefined) {
  const query = useInfiniteQuery({ ...contactsQuery(audienceId ?? ''), enabled: typeof audienceId === 'string' });
  const contacts = itemsOf(query.data);
  const [picked, setPicked] = useState<{ audienceId: string; contactId: string } | null>(null);
  const contactId = (picked?.audienceId === audienceId ? picked?.contactId : undefined) ?? contacts[0]?.id ?? null;

  function pick(id: string | null | undefined) {
    if (typeof id === 'string' && typeof audienceId === 'string') setPicked({ audienceId, contactId: id });
  }

  /** Goes on through the whole audience, a page at a time, and from the last to the first. */
  async function next() {
    const position = contacts.findIndex((contact) => contact.id === contactId) + 1;
    if (position < contacts.length || !query.hasNextPage) return pick((contacts[position] ?? contacts[0])?.id);
    const more = await query.fetchNextPage();
    pick(itemsOf(more.data)[position]?.id);
  }

  return {
    contacts,
    contactId,
    pick,
    next,
    /** Whether it is known who it is: before, a preview would show nobody's message and then change. */
    known: typeof audienceId !== 'string' || !query.isPending,
  };
}
