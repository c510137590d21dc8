import { Box, Button, Code, Collapse, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { words } from '@/words/en';
import { readable } from './readable';

const say = words.deadLetters;

/** Text, whatever it is: nothing of it is ever markup. */
export function MessageBody({ id, body, cut = false }: { id: string; body: string; cut?: boolean }) {
  const [opened, { toggle }] = useDisclosure();
  return (
    <Box>
      <Button variant="subtle" size="compact-sm" ml={-8} onClick={toggle} aria-expanded={opened}>
        {opened ? say.hideBody : say.body}
      </Button>
      <Collapse expanded={opened}>
        {cut && (
          <Text size="sm" c="dimmed">
            {say.cut}
          </Text>
        )}
        <Code
          block
          mt="xs"
          tabIndex={0}
          role="region"
          aria-label={say.bodyOf(id)}
          mah={420}
          style={{ overflow: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          {readable(body)}
        </Code>
      </Collapse>
    </Box>
  );
}
