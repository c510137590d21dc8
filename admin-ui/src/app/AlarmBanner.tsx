import { Anchor, Box, Button, Collapse, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { alarmsQuery } from '@/api/alarms';
import type { Alarm } from '@/api/types';
import { words } from '@/words/en';
import { WarningIcon } from '@/ui/icons';
import classes from './AlarmBanner.module.css';

const say = words.alarms;

/** Over every page, while there is something: a line that opens to what it is, since when, and what to do. */
export function AlarmBanner() {
  const { data } = useQuery(alarmsQuery);
  const [opened, { toggle }] = useDisclosure();
  if (data === undefined || data.count === 0) return null;
  return (
    <Paper component="section" aria-label={say.label} withBorder mb="lg" px="md" py={6} className={classes.banner}>
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Group gap="sm" wrap="nowrap" c="orange">
          <WarningIcon />
          <Text size="sm" fw={600} role="status" c="var(--mantine-color-text)">
            {say.count(data.count)}
          </Text>
        </Group>
        <Button variant="subtle" size="compact-sm" onClick={toggle} aria-expanded={opened} style={{ flexShrink: 0 }}>
          {opened ? say.hide : say.show}
        </Button>
      </Group>
      <Collapse expanded={opened}>
        <Stack gap="md" py="sm">
          {data.items.map((alarm) => (
            <Line key={alarm.id} alarm={alarm} />
          ))}
        </Stack>
      </Collapse>
    </Paper>
  );
}

function Line({ alarm: { words: what, since, todo, link } }: { alarm: Alarm }) {
  const router = useRouter();
  return (
    <Box>
      <Text size="sm">
        {what}{' '}
        <Text span c="dimmed">
          ({say.since(since)})
        </Text>
      </Text>
      <Text size="sm" c="dimmed">
        {todo}{' '}
        <Anchor
          href={link}
          aria-label={`${say.look}: ${what}`}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            router.history.push(link);
          }}
        >
          {say.look}
        </Anchor>
      </Text>
    </Box>
  );
}
