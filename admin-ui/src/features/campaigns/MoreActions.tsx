import { Button, Menu, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useDuplicate, type useActOnCampaign } from '@/api/campaigns';
import type { Campaign } from '@/api/types';
import { words } from '@/words/en';
import { conflictSentence } from './conflict';

interface Props {
  campaign: Campaign;
  act: ReturnType<typeof useActOnCampaign> | undefined;
}

const say = words.more;

/** What is seldom done, and does nobody any harm: so none of it asks back. */
export function MoreActions({ campaign, act }: Props) {
  const duplicate = useDuplicate(campaign.id);
  const navigate = useNavigate();
  const shelf = (['archive', 'unarchive'] as const).filter((verb) => campaign.allowed.includes(verb));

  async function onDuplicate() {
    const copy = await duplicate.mutateAsync().catch(() => undefined);
    if (copy !== undefined) await navigate({ to: '/campaigns/$campaignId', params: { campaignId: copy.id } });
  }

  return (
    <>
      {duplicate.error !== null && (
        <Text role="alert" size="sm" c="red">
          {conflictSentence(duplicate.error)}
        </Text>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" loading={duplicate.isPending}>
            {say.label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void onDuplicate()}>{say.duplicate}</Menu.Item>
          {shelf.map((verb) => (
            <Menu.Item key={verb} onClick={() => act?.mutate(verb)}>
              {say[verb]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
