import { Box, Group, Stack } from '@mantine/core';
import { words } from '@/words/en';
import {
  AudienceIcon,
  CampaignIcon,
  DeadLetterIcon,
  HomeIcon,
  SearchIcon,
  SignOutIcon,
  StatisticsIcon,
  SuppressionIcon,
  TemplateIcon,
  WebhookIcon,
} from '@/ui/icons';
import { NavigationLink } from '@/ui/links';
import { Logo } from '@/ui/Logo';
import { ColourSchemeToggle } from './ColourSchemeToggle';

const entries = [
  { to: '/', label: words.shell.home, Icon: HomeIcon },
  { to: '/campaigns', label: words.shell.campaigns, Icon: CampaignIcon },
  { to: '/templates', label: words.shell.templates, Icon: TemplateIcon },
  { to: '/audiences', label: words.shell.audiences, Icon: AudienceIcon },
  { to: '/statistics', label: words.shell.statistics, Icon: StatisticsIcon },
  { to: '/suppressions', label: words.shell.suppressions, Icon: SuppressionIcon },
  { to: '/addresses', label: words.shell.addresses, Icon: SearchIcon },
  { to: '/dead-letters', label: words.shell.deadLetters, Icon: DeadLetterIcon },
  { to: '/settings/webhooks', label: words.shell.webhooks, Icon: WebhookIcon },
] as const;

export function Navigation({ onNavigate }: { onNavigate: () => void }) {
  return (
    <Stack gap={2}>
      <Box visibleFrom="sm" px="sm" pt="xs" pb="md">
        <Logo />
      </Box>
      {entries.map(({ to, label, Icon }) => (
        <NavigationLink
          key={to}
          to={to}
          label={label}
          leftSection={<Icon />}
          activeOptions={{ exact: to === '/', includeSearch: false }}
          activeProps={{ active: true }}
          onClick={onNavigate}
          style={{ borderRadius: 8 }}
        />
      ))}
    </Stack>
  );
}

export function NavigationFoot({ name }: { name: string }) {
  return (
    <Group gap={4} wrap="nowrap">
      <NavigationLink
        to="/sign-out"
        preload={false}
        label={words.shell.signOut}
        title={name === '' ? undefined : words.shell.signedInAs(name)}
        description={name}
        leftSection={<SignOutIcon />}
        style={{ borderRadius: 8 }}
      />
      <Box visibleFrom="sm">
        <ColourSchemeToggle />
      </Box>
    </Group>
  );
}
