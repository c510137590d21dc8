import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useCreateAudience } from '@/api/audiences';
import { ApiError } from '@/api/request';
import { words } from '@/words/en';
import { ErrorNotice } from '@/ui/ErrorNotice';

export function NewAudienceDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [name, setName] = useState('');
  const create = useCreateAudience();
  const navigate = useNavigate();
  const mistake = create.error instanceof ApiError ? create.error.field('name') : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate(name.trim(), {
      onSuccess: (audience) => void navigate({ to: '/audiences/$audienceId', params: { audienceId: audience.id } }),
    });
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.audiences.createTitle}
      centered
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={words.common.name}
            description={words.audiences.nameHint}
            required
            withAsterisk={false}
            data-autofocus
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={mistake}
          />
          {create.error !== null && mistake === undefined && <ErrorNotice error={create.error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {words.common.cancel}
            </Button>
            <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
              {words.audiences.createYes}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
