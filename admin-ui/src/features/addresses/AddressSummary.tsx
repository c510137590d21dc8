import { Alert, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import type { Address } from '@/api/types';
import { words } from '@/words/en';
import { AnchorLink } from '@/ui/links';
import { Section } from '@/ui/Section';

const say = words.addresses;

/** How things stand, what to do, and who it is. */
export function AddressSummary({ address }: { address: Address }) {
  const { summary, nextStep, campaigns, notifications, contact, suppressions } = address;
  return (
    <>
      <Text size="lg" style={{ overflowWrap: 'anywhere' }}>
        {summary}
      </Text>
      <Alert variant="light" title={say.next}>
        {nextStep}
      </Alert>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        <Section title={say.mayGet}>
          <Stack gap={4}>
            <Answer name={say.campaigns} may={campaigns} />
            <Answer name={say.notifications} may={notifications} />
            {suppressions.history.length > 0 && (
              <AnchorLink to="/suppressions" search={{ show: address.email }} size="sm">
                {say.suppression}
              </AnchorLink>
            )}
          </Stack>
        </Section>
        <Section title={say.contact}>
          {contact.contact ? <Contact contact={contact} /> : <Text c="dimmed">{say.noContact}</Text>}
        </Section>
      </SimpleGrid>
    </>
  );
}

function Answer({ name, may }: { name: string; may: Address['campaigns'] }) {
  return (
    <Text>
      <Text span fw={600}>
        {name}:
      </Text>{' '}
      {may.allowed ? say.yes : say.no(may.why)}
    </Text>
  );
}

function Contact({ contact: { attributes, audiences } }: { contact: Address['contact'] }) {
  return (
    <Stack gap={4}>
      {Object.entries(attributes).map(([name, value]) => (
        <Text key={name} size="sm" style={{ overflowWrap: 'anywhere' }}>
          <Text span c="dimmed">
            {name}:
          </Text>{' '}
          {value}
        </Text>
      ))}
      {audiences.length === 0 ? (
        <Text size="sm">{say.inNone}</Text>
      ) : (
        <Group gap={8}>
          <Text size="sm">{say.inAudiences}</Text>
          {audiences.map(({ audienceId, name }) => (
            <AnchorLink key={audienceId} to="/audiences/$audienceId" params={{ audienceId }} size="sm">
              {name}
            </AnchorLink>
          ))}
        </Group>
      )}
    </Stack>
  );
}
