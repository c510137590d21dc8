import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { templateQuery } from '@/api/templates';
import { words } from '@/words/en';
import { Loaded } from '@/ui/Loaded';
import { Page } from '@/ui/Page';
import { TemplateEditor } from './TemplateEditor';

const route = getRouteApi('/shell/templates/$templateId');

export function TemplatePage() {
  const { templateId } = route.useParams();
  const query = useQuery(templateQuery(templateId));
  if (query.data !== undefined) return <TemplateEditor key={templateId} template={query.data} />;
  return (
    <Page title={words.templates.title} wide>
      <Loaded query={query} height={520}>
        {() => null}
      </Loaded>
    </Page>
  );
}
