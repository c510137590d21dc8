import { Box, Group, Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { words } from '@/words/en';

interface Props {
  title: string;
  beside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  wide?: boolean;
}

export function Page({ title, beside, actions, children, wide = false }: Props) {
  useDocumentTitle(`${title} · ${words.product}`);
  return (
    <Stack gap="lg" maw={wide ? 1600 : 1080} mx="auto">
      <Group justify="space-between" align="center" gap="sm" mih={40}>
        <Group gap="sm" align="center" style={{ minWidth: 0 }}>
          <Title order={1} style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Title>
          {beside}
        </Group>
        {actions !== undefined && <Group gap="sm">{actions}</Group>}
      </Group>
      <Box>{children}</Box>
    </Stack>
  );
}
