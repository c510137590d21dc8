import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface Props {
  title: string;
  beside?: ReactNode;
  hint?: ReactNode;
  children: ReactNode;
}

export function Section({ title, beside, hint, children }: Props) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} withBorder p={{ base: 'md', sm: 'lg' }} bg="transparent">
      <Stack gap="md">
        <Group justify="space-between" gap="xs">
          <Title order={2} id={id}>
            {title}
          </Title>
          {beside}
        </Group>
        {hint !== undefined && (
          <Text size="sm" c="dimmed" mt={-8}>
            {hint}
          </Text>
        )}
        {children}
      </Stack>
    </Paper>
  );
}
