import { TemplateEditor } from './TemplateEditor';

export function NewTemplatePage() {
  return <TemplateEditor template={undefined} />;
}
