import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/request';
import { useAddSuppression } from '@/api/suppressions';
import { words } from '@/words/en';
import { ErrorNotice } from '@/ui/ErrorNotice';

const route = getRouteApi('/shell/suppressions');
const say = words.suppressions.adding;
const scopes = [
  { value: 'everything', label: words.suppressions.scopes.everything },
  { value: 'marketing', label: words.suppressions.scopes.marketing },
  { value: 'topic', label: say.oneTopic },
].map(({ value, label }) => ({ value, label: label ?? value }));

export function AddDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say.title}
      centered
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      <AddForm onDone={onClose} />
    </Modal>
  );
}

function AddForm({ onDone }: { onDone: () => void }) {
  const add = useAddSuppression();
  const navigate = route.useNavigate();
  const [email, setEmail] = useState('');
  const [scope, setScope] = useState('everything');
  const [topic, setTopic] = useState('');
  const [note, setNote] = useState('');
  const told = add.error instanceof ApiError ? add.error : undefined;
  const complete = email.trim() !== '' && (scope !== 'topic' || topic.trim() !== '');

  function submit(event: FormEvent) {
    event.preventDefault();
    const suppression = {
      email: email.trim(),
      scope: scope === 'topic' ? `topic:${topic.trim()}` : scope,
      reason: null,
      note: note.trim() || null,
      expiresAt: null,
    };
    add.mutate(suppression, {
      onSuccess: (added) => {
        onDone();
        void navigate({ search: { show: added.email }, resetScroll: false });
      },
    });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={words.suppressions.address}
          type="email"
          maxLength={320}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={told?.field('email')}
          data-autofocus
        />
        <Select
          label={say.scope}
          allowDeselect={false}
          data={scopes}
          value={scope}
          onChange={(value) => setScope(value ?? scope)}
          error={scope === 'topic' ? undefined : told?.field('scope')}
        />
        {scope === 'topic' && (
          <TextInput
            label={say.topic}
            description={say.topicHint}
            maxLength={40}
            value={topic}
            onChange={(event) => setTopic(event.currentTarget.value)}
            error={told?.field('scope')}
          />
        )}
        <TextInput
          label={say.note}
          description={say.noteHint}
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={told?.field('note')}
        />
        {add.error !== null && (told?.fields.length ?? 0) === 0 && <ErrorNotice error={add.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onDone} disabled={add.isPending}>
            {words.common.notYet}
          </Button>
          <Button type="submit" disabled={!complete} loading={add.isPending}>
            {say.yes}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
