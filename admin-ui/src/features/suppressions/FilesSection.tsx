import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { suppressionsFile, useImportSuppressions } from '@/api/suppressions';
import type { SuppressionImport } from '@/api/types';
import { count } from '@/words/counting';
import { words } from '@/words/en';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { FileDrop } from '@/ui/FileDrop';
import { Section } from '@/ui/Section';

const say = words.suppressions.files;

export function FilesSection() {
  const upload = useImportSuppressions();
  const [refusal, setRefusal] = useState<string | null>(null);

  function take(files: File[]) {
    const [file] = files;
    if (file === undefined) return;
    setRefusal(files.length > 1 ? words.imports.oneFile : null);
    if (files.length === 1) upload.mutate(file);
  }

  return (
    <Stack gap="lg">
      <Section title={say.import} hint={say.importHint}>
        <FileDrop onFiles={take} busy={upload.isPending ? words.imports.uploading(upload.variables.name) : undefined} />
        <Stack gap="sm" aria-live="polite">
          {refusal !== null && (
            <Text size="sm" c="red">
              {refusal}
            </Text>
          )}
          {upload.error !== null && (
            <ErrorNotice title={words.imports.failed(upload.variables?.name ?? '')} error={upload.error} />
          )}
          {upload.data !== undefined && <Report report={upload.data} />}
        </Stack>
      </Section>
      <Section title={say.export} hint={say.exportHint}>
        <Anchor href={suppressionsFile} download>
          {say.download}
        </Anchor>
      </Section>
    </Stack>
  );
}

function Report({ report }: { report: SuppressionImport }) {
  return (
    <>
      <Text fw={600}>{say.done(report.added, report.already)}</Text>
      {report.rejected > 0 && (
        <>
          <Text size="sm">{words.imports.rejected(report.rejected)}</Text>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.imports.line}</Table.Th>
                <Table.Th>{words.imports.field}</Table.Th>
                <Table.Th>{words.imports.reason}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {report.errors.map(({ line, field, message }) => (
                <Table.Tr key={`${line} ${field}`}>
                  <Table.Td>{count(line)}</Table.Td>
                  <Table.Td>{field}</Table.Td>
                  <Table.Td>{message}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {report.errors.length < report.rejected && (
            <Text size="sm" c="dimmed">
              {words.imports.firstErrors(report.errors.length)}
            </Text>
          )}
        </>
      )}
    </>
  );
}
