import type { Books, Campaign } from '@/api/types';
import { soon } from '@/words/counting';
import { words } from '@/words/en';
import { doneOf } from '@/ui/books/books';

/** How the campaign stands, before any figure. */
export function progressSentence({ state, holdUntil }: Campaign, books: Books, endsAt: string | null): string {
  switch (state) {
    case 'draft':
    case 'scheduled':
      return words.live.scheduled;
    case 'launching':
      return holdUntil === null ? words.live.launching : words.live.held;
    case 'sending': {
      const done = words.live.sending(doneOf(books), books.audience);
      if (endsAt !== null) return `${done} ${words.live.sendingEnds(soon(endsAt))}`;
      return books.waiting === 0 && books.unknown > 0 ? `${done} ${words.live.settling(books.unknown)}` : done;
    }
    case 'paused':
      return words.live.paused(books.waiting);
    case 'finished':
      return words.live.finished(books.accepted, books.audience);
    case 'cancelled':
      return words.live.cancelled(books.accepted, books.cancelled);
  }
}
