import { Button, Checkbox, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/request';
import { eventTypesQuery, useAddWebhook } from '@/api/webhooks';
import { words } from '@/words/en';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Loaded } from '@/ui/Loaded';

const say = words.webhooks;

interface Props {
  opened: boolean;
  onClose: () => void;
  onSecret: (secret: string) => void;
}

export function AddDialog({ opened, onClose, onSecret }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say.add}
      centered
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      <AddForm onDone={onClose} onSecret={onSecret} />
    </Modal>
  );
}

function AddForm({ onDone, onSecret }: { onDone: () => void; onSecret: (secret: string) => void }) {
  const add = useAddWebhook();
  const eventTypes = useQuery(eventTypesQuery);
  const [url, setUrl] = useState('');
  const [types, setTypes] = useState<string[]>([]);
  const [only, setOnly] = useState('all');
  const [description, setDescription] = useState('');
  const told = add.error instanceof ApiError ? add.error : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    add.mutate(
      { url: url.trim(), types, only, description: description.trim() },
      {
        onSuccess: ({ secret }) => {
          onDone();
          onSecret(secret);
        },
      },
    );
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={say.url}
          description={say.urlHint}
          type="url"
          maxLength={500}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          error={told?.field('url')}
          data-autofocus
        />
        <Loaded query={eventTypes} height={200}>
          {({ items }) => (
            <Checkbox.Group label={say.types} value={types} onChange={setTypes} error={told?.field('types')}>
              <Stack gap="xs" mt="xs">
                {items.map(({ type, description: meaning }) => (
                  <Checkbox key={type} value={type} label={type} description={meaning} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
        </Loaded>
        <Select
          label={say.only}
          allowDeselect={false}
          data={Object.entries(say.onlyOf).map(([value, label]) => ({ value, label }))}
          value={only}
          onChange={(value) => setOnly(value ?? only)}
        />
        <TextInput
          label={say.description}
          maxLength={200}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
          error={told?.field('description')}
        />
        {add.error !== null && (told?.fields.length ?? 0) === 0 && <ErrorNotice error={add.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onDone} disabled={add.isPending}>
            {words.common.notYet}
          </Button>
          <Button type="submit" disabled={url.trim() === '' || types.length === 0} loading={add.isPending}>
            {say.yes}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
