import { Button, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSaveTemplate } from '@/api/templates';
import type { Template } from '@/api/types';
import { words } from '@/words/en';
import { Page } from '@/ui/Page';
import { SaveState } from '@/ui/SaveState';
import { UnsavedChanges } from '@/ui/UnsavedChanges';
import { PreviewPane } from './PreviewPane';
import { SaveProblem } from './SaveProblem';
import classes from './TemplateEditor.module.css';
import { TemplateFields } from './TemplateFields';
import { contentOf, missingIn, useTemplateDraft } from './useTemplateDraft';

/** What is written on the left, what people get on the right. */
export function TemplateEditor({ template }: { template: Template | undefined }) {
  const { base, draft, dirty, change, settled, replace } = useTemplateDraft(template);
  const save = useSaveTemplate(base);
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const missing = missingIn(draft);

  function onSave() {
    setAsked(true);
    if (missing.length > 0 || save.isPending || (!dirty && base !== undefined)) return;
    save.mutate(contentOf(draft), {
      onSuccess: (saved) => {
        settled(saved);
        if (base === undefined) {
          void navigate({
            to: '/templates/$templateId',
            params: { templateId: saved.id },
            replace: true,
            ignoreBlocker: true,
          });
        }
      },
    });
  }

  useHotkeys([['mod+S', onSave]], []);

  return (
    <Page
      wide
      sticky
      title={draft.name.trim() === '' ? words.editor.newTitle : draft.name}
      beside={
        base !== undefined && (
          <Text size="sm" c="dimmed">
            {words.editor.version(base.version)}
          </Text>
        )
      }
      actions={
        <>
          <SaveState saving={save.isPending} dirty={dirty} known={base !== undefined} />
          <Button onClick={onSave} loading={save.isPending} title={words.editor.saveKey}>
            {words.editor.save}
          </Button>
        </>
      }
    >
      <UnsavedChanges when={dirty} />
      {save.error !== null && <SaveProblem error={save.error} templateId={base?.id} onLoad={replace} />}
      {asked && missing.length > 0 && (
        <Text role="alert" c="red" size="sm" mb="sm">
          {words.editor.missing(missing)}
        </Text>
      )}
      <div className={classes.columns}>
        <TemplateFields draft={draft} change={change} error={save.error} />
        <PreviewPane draft={draft} />
      </div>
    </Page>
  );
}
