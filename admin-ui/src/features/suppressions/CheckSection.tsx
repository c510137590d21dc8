import { Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useCheck } from '@/api/suppressions';
import type { SuppressionAnswer } from '@/api/types';
import { words } from '@/words/en';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Section } from '@/ui/Section';
import { addressesIn } from './scopes';

const say = words.suppressions.check;
const most = 1_000;

/** Whether people may be written to, before they are. */
export function CheckSection() {
  const check = useCheck();
  const [pasted, setPasted] = useState('');
  const [topic, setTopic] = useState('');
  const addresses = addressesIn(pasted);
  const tooMany = addresses.length > most;
  return (
    <Section title={say.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          check.mutate({ addresses, topic: topic.trim() || null });
        }}
      >
        <Stack gap="md">
          <Textarea
            label={say.field}
            description={say.hint}
            rows={5}
            value={pasted}
            onChange={(event) => setPasted(event.currentTarget.value)}
            error={tooMany ? say.tooMany(addresses.length) : undefined}
          />
          <TextInput
            label={say.topic}
            description={say.topicHint}
            maw={320}
            maxLength={40}
            value={topic}
            onChange={(event) => setTopic(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" disabled={addresses.length === 0 || tooMany} loading={check.isPending}>
              {say.button(addresses.length)}
            </Button>
          </Group>
        </Stack>
      </form>
      <div aria-live="polite">
        {check.error !== null && <ErrorNotice error={check.error} />}
        {check.data !== undefined && <Answers answers={check.data.items} />}
      </div>
    </Section>
  );
}

function Answers({ answers }: { answers: SuppressionAnswer[] }) {
  const stopped = answers.filter(({ allowed }) => !allowed);
  return (
    <Stack gap="sm">
      <Text fw={600}>{say.result(answers.length - stopped.length, answers.length)}</Text>
      {stopped.length === 0 ? (
        <Text c="dimmed">{say.allFree}</Text>
      ) : (
        <>
          <Title order={3} size="h4">
            {say.stopped}
          </Title>
          <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
            {stopped.map(({ address, why }) => (
              <li key={address}>
                <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
                  {address}
                </Text>
                <Text size="sm" c="dimmed">
                  {why}
                </Text>
              </li>
            ))}
          </Stack>
        </>
      )}
    </Stack>
  );
}
