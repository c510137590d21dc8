import { useInfiniteQuery } from '@tanstack/react-query';
import { campaignsQuery } from '@/api/campaigns';
import { itemsOf } from '@/api/pages';
import { words } from '@/words/en';
import { Placeholder } from '@/ui/Loaded';
import { Page } from '@/ui/Page';
import { DraftEditor } from './DraftEditor';

/** Starts with the sender of the campaign before: it is mostly the same one. */
export function NewCampaignPage() {
  const query = useInfiniteQuery(campaignsQuery());
  if (query.isPending) {
    return (
      <Page title={words.draft.newTitle} wide>
        <Placeholder height={420} />
      </Page>
    );
  }
  return <DraftEditor campaign={undefined} sender={itemsOf(query.data)[0]?.sender} />;
}
