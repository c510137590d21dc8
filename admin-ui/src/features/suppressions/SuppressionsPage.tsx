import { Box, Button, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { words } from '@/words/en';
import { Page } from '@/ui/Page';
import { AddDialog } from './AddDialog';
import { CheckSection } from './CheckSection';
import { DriftSection } from './DriftSection';
import { FilesSection } from './FilesSection';
import { SuppressionDrawer } from './SuppressionDrawer';
import { SuppressionList } from './SuppressionList';

const route = getRouteApi('/shell/suppressions');
const say = words.suppressions;
const views = { list: SuppressionList, check: CheckSection, files: FilesSection, drift: DriftSection };
type View = keyof typeof views;

/** Who gets no mail, and why. */
export function SuppressionsPage() {
  const { view = 'list' } = route.useSearch();
  const navigate = route.useNavigate();
  const [adding, { open, close }] = useDisclosure();
  const Shown = views[view];
  return (
    <Page title={say.title} actions={<Button onClick={open}>{say.add}</Button>}>
      <Box mb="lg" style={{ overflowX: 'auto' }}>
        <SegmentedControl
          aria-label={say.which}
          value={view}
          onChange={(chosen) =>
            void navigate({ search: { view: chosen === 'list' ? undefined : (chosen as View) }, resetScroll: false })
          }
          data={(Object.keys(views) as View[]).map((value) => ({ value, label: say.views[value] }))}
        />
      </Box>
      <Shown />
      <AddDialog opened={adding} onClose={close} />
      <SuppressionDrawer />
    </Page>
  );
}
