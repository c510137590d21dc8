import type { Books } from '@/api/types';
import { words } from '@/words/en';
import { buckets, sumOf } from './books';
import classes from './BooksBar.module.css';

/** The books as one bar: each bucket as wide as its share, and a person in it is never too small to see. */
export function BooksBar({ books, thin = false }: { books: Books; thin?: boolean }) {
  const filled = buckets.filter((bucket) => books[bucket] > 0);
  const label = words.live.barLabel(filled.map((bucket) => words.live.part(words.counts[bucket], books[bucket])));
  return (
    <div
      className={classes.bar}
      data-thin={thin || undefined}
      role="img"
      aria-label={sumOf(books) === 0 ? words.live.emptyBooks : label}
    >
      {filled.map((bucket) => (
        <span
          key={bucket}
          className={classes.part}
          data-bucket={bucket}
          style={{ flexGrow: books[bucket], background: `var(--bucket-${bucket})` }}
        />
      ))}
    </div>
  );
}
