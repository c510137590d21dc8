import { Anchor, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useImportFile } from '@/api/imports';
import { words } from '@/words/en';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Section } from '@/ui/Section';
import { FileDrop } from '@/ui/FileDrop';
import { ImportReport } from './ImportReport';

interface Props {
  audienceId: string;
  /** The import to report on. It stands in the address, so that the report survives a reload. */
  importId: string | undefined;
  onImport: (importId: string | undefined) => void;
}

const sample = `data:text/csv;charset=utf-8,${encodeURIComponent(words.imports.sampleFile)}`;

export function ImportSection({ audienceId, importId, onImport }: Props) {
  const upload = useImportFile(audienceId);
  const [refusal, setRefusal] = useState<string | null>(null);

  function take(files: File[]) {
    const [file] = files;
    if (file === undefined) return;
    const mistake = mistakeIn(files, file);
    setRefusal(mistake);
    if (mistake === null) upload.mutate(file, { onSuccess: (started) => onImport(started.id) });
  }

  return (
    <Section title={words.imports.title}>
      <FileDrop onFiles={take} busy={upload.isPending ? words.imports.uploading(upload.variables.name) : undefined} />
      <Text size="sm" c="dimmed">
        {words.imports.rules}{' '}
        <Anchor href={sample} download={words.imports.sampleName} size="sm">
          {words.imports.sample}
        </Anchor>
      </Text>
      <Stack gap="sm" aria-live="polite">
        {refusal !== null && (
          <Text size="sm" c="red">
            {refusal}
          </Text>
        )}
        {upload.error !== null && (
          <ErrorNotice title={words.imports.failed(upload.variables?.name ?? '')} error={upload.error} />
        )}
        {importId !== undefined && !upload.isPending && (
          <ImportReport importId={importId} audienceId={audienceId} onDismiss={() => onImport(undefined)} />
        )}
      </Stack>
    </Section>
  );
}

function mistakeIn(files: File[], file: File): string | null {
  if (files.length > 1) return words.imports.oneFile;
  const csv = /\.(csv|txt|tsv)$/i.test(file.name) || file.type.startsWith('text/');
  return csv ? null : words.imports.notCsv(file.name);
}
