import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { audienceQuery } from '@/api/audiences';
import { words } from '@/words/en';
import { Loaded } from '@/ui/Loaded';
import { Page } from '@/ui/Page';
import { ContactsTable } from './ContactsTable';
import { ImportSection } from './ImportSection';

const route = getRouteApi('/shell/audiences/$audienceId');

export function AudiencePage() {
  const { audienceId } = route.useParams();
  const { import: importId } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(audienceQuery(audienceId));
  return (
    <Page
      title={query.data?.name ?? words.audiences.title}
      beside={query.data !== undefined && <Text c="dimmed">{words.audiences.people(query.data.contacts)}</Text>}
    >
      <Loaded query={query} height={400}>
        {(audience) => (
          <Stack gap="lg">
            <ImportSection
              audienceId={audience.id}
              importId={importId}
              onImport={(id) => void navigate({ search: { import: id }, replace: true })}
            />
            <ContactsTable audience={audience} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
