import type { Books, CampaignState } from '@/api/types';
import { soon } from '@/words/counting';
import { words } from '@/words/en';
import { doneOf } from '@/ui/books/books';

/** How the campaign stands, before any figure. */
export function progressSentence(state: CampaignState, books: Books, endsAt: string | null): string {
  switch (state) {
    case 'draft':
    case 'scheduled':
      return words.live.scheduled;
    case 'launching':
      return words.live.launching;
    case 'sending': {
      const done = words.live.sending(doneOf(books), books.audience);
      return endsAt === null ? done : `${done} ${words.live.sendingEnds(soon(endsAt))}`;
    }
    case 'paused':
      return words.live.paused(books.waiting);
    case 'finished':
      return words.live.finished(books.accepted, books.audience);
    case 'cancelled':
      return words.live.cancelled(books.accepted, books.cancelled);
  }
}
