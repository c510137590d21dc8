import { Stack, Text } from '@mantine/core';
import type { Message } from '@/api/types';
import { moment } from '@/words/counting';
import { words } from '@/words/en';
import { AnchorLink } from '@/ui/links';
import classes from './PeopleList.module.css';

interface Props {
  messages: Message[];
  /** With everything that happened to each message, not only why it ended as it did. */
  history?: boolean;
}

export function PeopleList({ messages, history = false }: Props) {
  return (
    <ul className={classes.people}>
      {messages.map((message) => (
        <li key={message.recipientId} className={classes.person}>
          <AnchorLink to="/addresses" search={{ email: message.email }} fw={500} style={{ overflowWrap: 'anywhere' }}>
            {message.email}
          </AnchorLink>
          {(message.why !== null || !history) && (
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {message.why ?? words.live.noReason}
            </Text>
          )}
          {history && <History message={message} />}
        </li>
      ))}
    </ul>
  );
}

/** What stands above as the reason is not said again. */
function History({ message: { facts, why } }: { message: Message }) {
  return (
    <Stack component="ol" gap={2} className={classes.facts} aria-label={words.outcomes.history}>
      {facts.map((fact) => (
        <li key={`${fact.kind}${fact.at}`} className={classes.fact}>
          <time dateTime={fact.at}>{moment(fact.at)}</time>
          <span>
            {words.facts[fact.kind] ?? fact.kind}
            {fact.detail !== null && fact.detail !== '' && fact.detail !== why && `: ${fact.detail}`}
          </span>
        </li>
      ))}
    </Stack>
  );
}
