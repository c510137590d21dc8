import { Center, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  detail: string;
  children?: ReactNode;
}

export function EmptyState({ title, detail, children }: Props) {
  return (
    <Center py={64} px="md">
      <Stack align="center" gap="sm" maw={460} ta="center">
        <Title order={2}>{title}</Title>
        <Text c="dimmed">{detail}</Text>
        {children}
      </Stack>
    </Center>
  );
}
