import type { Counts } from '@/api/types';
import { words } from '@/words/en';

type Bounces = Pick<Counts, 'bouncedPermanent' | 'bouncedTransient' | 'bouncedUndetermined' | 'suppressedBounces'>;

/** Every message that came back, of whatever kind. */
export const bouncedOf = (counts: Bounces) =>
  counts.bouncedPermanent + counts.bouncedTransient + counts.bouncedUndetermined + counts.suppressedBounces;

/** The kinds of bounces there were, in words: "3 permanent, 1 transient". */
export function bounceKinds(counts: Bounces): string {
  const kinds = [
    [counts.bouncedPermanent, words.bounces.permanent],
    [counts.bouncedTransient, words.bounces.transient],
    [counts.bouncedUndetermined, words.bounces.undetermined],
    [counts.suppressedBounces, words.bounces.suppressed],
  ] as const;
  return kinds
    .filter(([n]) => n > 0)
    .map(([n, say]) => say(n))
    .join(', ');
}
