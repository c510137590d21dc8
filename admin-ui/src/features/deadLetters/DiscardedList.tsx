import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { discardedQuery } from '@/api/deadLetters';
import { itemsOf } from '@/api/pages';
import { moment } from '@/words/counting';
import { words } from '@/words/en';
import { EmptyState } from '@/ui/EmptyState';
import { Loaded } from '@/ui/Loaded';
import { MorePages } from '@/ui/MorePages';
import { Section } from '@/ui/Section';
import { Trail } from '@/ui/Trail';
import { MessageBody } from './MessageBody';

const say = words.deadLetters;

/** What somebody gave up: who, when and why. */
export function DiscardedList() {
  const query = useInfiniteQuery(discardedQuery);
  const found = itemsOf(query.data);
  return (
    <Section title={say.discarded}>
      <Loaded query={query} height={240}>
        {() => (
          <Stack gap="md">
            {found.length === 0 ? (
              <EmptyState title={say.noneDiscarded} detail={say.noneDiscardedDetail} />
            ) : (
              <Trail
                label={say.discarded}
                entries={found.map(({ id, queue, at, by, reason, cause, body }) => ({
                  key: `${id} ${at}`,
                  at,
                  when: moment(at),
                  what: say.discardedBy(by, reason),
                  detail: (
                    <>
                      {say.queues[queue] ?? queue}: {cause ?? say.unknownCause}
                      <MessageBody id={id} body={body} />
                    </>
                  ),
                }))}
              />
            )}
            <MorePages query={query} />
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
