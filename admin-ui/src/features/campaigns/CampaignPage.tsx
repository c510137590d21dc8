import { Alert, Box, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { campaignQuery, useActOnCampaign } from '@/api/campaigns';
import { words } from '@/words/en';
import { Loaded } from '@/ui/Loaded';
import { Page } from '@/ui/Page';
import { conflictSentence } from './conflict';
import { DraftEditor } from './DraftEditor';
import { LiveCampaign } from './LiveCampaign';

const route = getRouteApi('/shell/campaigns/$campaignId');

/** A draft is edited, everything later is watched. */
export function CampaignPage() {
  const { campaignId } = route.useParams();
  const query = useQuery(campaignQuery(campaignId));
  const act = useActOnCampaign(campaignId);
  const campaign = query.data;
  if (campaign === undefined) {
    return (
      <Page title={words.campaigns.title}>
        <Loaded query={query} height={420}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  const problem = act.error !== null && (
    <Box mb="md">
      <Alert
        color="orange"
        variant="light"
        role="alert"
        title={words.live.refusedVerb}
        withCloseButton
        closeButtonLabel={words.common.close}
        onClose={act.reset}
      >
        <Text size="sm">{conflictSentence(act.error)}</Text>
      </Alert>
    </Box>
  );
  return campaign.state === 'draft' ? (
    <DraftEditor key={campaignId} campaign={campaign} act={act} problem={problem} />
  ) : (
    <LiveCampaign key={campaignId} campaign={campaign} act={act} problem={problem} />
  );
}
