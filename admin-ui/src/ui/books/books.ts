import type { Books } from '@/api/types';

/** The six buckets everyone in an audience is in exactly one of, in the order they are drawn. */
export const buckets = ['accepted', 'skipped', 'refused', 'cancelled', 'unknown', 'waiting'] as const;

export type Bucket = (typeof buckets)[number];

export const sumOf = (books: Books) => buckets.reduce((sum, bucket) => sum + books[bucket], 0);

/** Everyone whose turn has come: whatever became of it. */
export const doneOf = (books: Books) => sumOf(books) - books.waiting;

export const balances = (books: Books) => books.balanced && sumOf(books) === books.audience;
