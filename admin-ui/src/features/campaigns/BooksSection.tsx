import { Text } from '@mantine/core';
import type { Books, Campaign } from '@/api/types';
import { count, people } from '@/words/counting';
import { words } from '@/words/en';
import { balances, buckets, sumOf } from '@/ui/books/books';
import { BooksBar } from '@/ui/books/BooksBar';
import { Section } from '@/ui/Section';
import { FigureLink } from './FigureLink';
import classes from './FigureLink.module.css';

export function BooksSection({ campaign, books }: { campaign: Campaign; books: Books }) {
  return (
    <Section title={words.live.books}>
      <BooksBar books={books} />
      <div className={classes.figures}>
        {buckets.map((bucket) => (
          <FigureLink
            key={bucket}
            campaignId={campaign.id}
            outcome={bucket}
            value={books[bucket]}
            detail={bucket === 'unknown' ? words.live.unknowns[fate(campaign)] : undefined}
            swatch
          />
        ))}
      </div>
      <Balance books={books} />
    </Section>
  );
}

/** What becomes of those of whom SES reports nothing. */
function fate(campaign: Campaign) {
  const policy = campaign.settings.unknownPolicy ?? 'sendAgain';
  return campaign.state === 'cancelled' && policy === 'sendAgain' ? 'cancelled' : policy;
}

function Balance({ books }: { books: Books }) {
  if (!balances(books)) {
    return (
      <Text size="sm" c="orange" role="status">
        {words.live.unbalanced(people(books.audience), count(sumOf(books)))}
      </Text>
    );
  }
  const parts = buckets
    .filter((bucket) => books[bucket] > 0)
    .map((bucket) => words.live.part(words.counts[bucket], books[bucket]));
  return (
    <Text size="sm" c="dimmed">
      {parts.length === 0 ? words.live.emptyBooks : words.live.balanced(people(books.audience), parts)}
    </Text>
  );
}
