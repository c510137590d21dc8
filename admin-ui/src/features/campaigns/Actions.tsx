import { Button, Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import type { useActOnCampaign } from '@/api/campaigns';
import type { Books, Campaign } from '@/api/types';
import { words } from '@/words/en';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ButtonLink } from '@/ui/links';
import { Evidence } from './Evidence';
import { MoreActions } from './MoreActions';
import { RetryButton } from './RetryMissed';

const verbs = ['resume', 'takeBack', 'pause', 'unschedule', 'cancel'] as const;
type Verb = (typeof verbs)[number];

interface Props {
  campaign: Campaign;
  books: Books;
  act: ReturnType<typeof useActOnCampaign>;
}

/** The verbs the campaign allows, each with a sentence that says what will happen. The others are not shown. */
export function Actions({ campaign, books, act }: Props) {
  const [asked, setAsked] = useState<Verb>('pause');
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const [acknowledged, setAcknowledged] = useState(false);
  const mustAcknowledge = asked === 'resume' && campaign.pause?.needsAcknowledging === true;
  const { title, text, yes } = words.acting[asked];

  return (
    <>
      {campaign.allowed.includes('retryMissed') && <RetryButton campaign={campaign} />}
      {campaign.allowed.includes('schedule') && (
        <ButtonLink
          to="/campaigns/$campaignId"
          params={{ campaignId: campaign.id }}
          search={{ ask: 'schedule' }}
          resetScroll={false}
          preload={false}
        >
          {words.schedule.change}
        </ButtonLink>
      )}
      {verbs
        .filter((verb) => campaign.allowed.includes(verb) && !(verb === 'takeBack' && campaign.holdUntil === null))
        .map((verb) => (
          <Button
            key={verb}
            variant={verb === 'resume' || verb === 'takeBack' ? 'filled' : 'default'}
            onClick={() => {
              setAsked(verb);
              setAcknowledged(false);
              setOpened(true);
            }}
          >
            {words.verbs[verb]}
          </Button>
        ))}
      <MoreActions campaign={campaign} act={act} />
      <ConfirmDialog
        opened={opened && campaign.allowed.includes(asked)}
        title={title}
        yes={typeof yes === 'string' ? yes : yes(books.waiting)}
        danger={asked === 'cancel'}
        pending={act.isPending}
        disabled={mustAcknowledge && !acknowledged}
        onYes={() => act.mutate(mustAcknowledge ? 'resumeKnowingly' : asked, { onSettled: close })}
        onNo={close}
      >
        <Text size="sm">{text(books.accepted, books.waiting)}</Text>
        {mustAcknowledge && campaign.pause?.evidence != null && (
          <>
            <Evidence evidence={campaign.pause.evidence} />
            <Checkbox
              label={words.paused.acknowledge}
              description={words.paused.acknowledgeHint}
              checked={acknowledged}
              onChange={(event) => setAcknowledged(event.currentTarget.checked)}
            />
          </>
        )}
      </ConfirmDialog>
    </>
  );
}
