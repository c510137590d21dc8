import { AppShell, Burger, Group, ScrollArea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { sessionQuery } from '@/api/session';
import { words } from '@/words/en';
import { Logo } from '@/ui/Logo';
import { AlarmBanner } from './AlarmBanner';
import { ColourSchemeToggle } from './ColourSchemeToggle';
import { Navigation, NavigationFoot } from './Navigation';
import { SessionEnded } from './SessionEnded';

/** The frame around every page: a column of links, or on a phone a bar with a drawer of them. */
export function Shell() {
  const [opened, { toggle, close }] = useDisclosure();
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const main = useFocusOnArrival();
  return (
    <AppShell
      header={{ height: { base: 56, sm: 0 } }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'md', sm: 'xl' }}
    >
      <a className="skip-link" href="#main">
        {words.shell.skip}
      </a>
      <AppShell.Header hiddenFrom="sm">
        <Group h="100%" px="md" justify="space-between">
          <Group gap="sm">
            <Burger
              opened={opened}
              onClick={toggle}
              size="sm"
              aria-label={opened ? words.shell.closeNavigation : words.shell.openNavigation}
            />
            <Logo />
          </Group>
          <ColourSchemeToggle />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={words.shell.navigation}>
        <ScrollArea style={{ flex: 1 }} type="auto">
          <Navigation onNavigate={close} />
        </ScrollArea>
        <NavigationFoot name={session?.name ?? ''} />
      </AppShell.Navbar>
      <AppShell.Main id="main" ref={main} tabIndex={-1}>
        <AlarmBanner />
        <Outlet />
      </AppShell.Main>
      <SessionEnded opened={session === null} />
    </AppShell>
  );
}

/** A screen reader starts at the new page's content, not at the link that led there. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null);
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current !== undefined && before.current !== pathname) main.current?.focus({ preventScroll: true });
    before.current = pathname;
  }, [pathname]);
  return main;
}
