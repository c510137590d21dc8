import { Center, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  detail: string;
  /** The heading's level: 1 where it is the page's own. */
  order?: 1 | 2;
  children?: ReactNode;
}

export function EmptyState({ title, detail, order = 2, children }: Props) {
  return (
    <Center py={64} px="md">
      <Stack align="center" gap="sm" maw={460} ta="center">
        <Title order={order} size="h2">
          {title}
        </Title>
        <Text c="dimmed">{detail}</Text>
        {children}
      </Stack>
    </Center>
  );
}
