import { Box, Group, Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { words } from '@/words/en';
import classes from './Page.module.css';

interface Props {
  title: string;
  beside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  wide?: boolean;
  /** Keeps the title and the actions in sight: what can be saved is saved from anywhere on the page. */
  sticky?: boolean;
}

export function Page({ title, beside, actions, children, wide = false, sticky = false }: Props) {
  useDocumentTitle(`${title} · ${words.product}`);
  return (
    <Stack gap="lg" className={classes.page} data-wide={wide || undefined}>
      <Group className={classes.head} data-sticky={sticky || undefined} justify="space-between" gap="sm" mih={40}>
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
