import { Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { SuppressionSearch } from '@/api/suppressions';
import { words } from '@/words/en';

const route = getRouteApi('/shell/suppressions');
const say = words.suppressions;
const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

/** What is looked for stands in the address: it can be sent to a colleague. */
export function Filter() {
  const { q, reason, scope, lifted } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(q ?? '');
  const change = (some: SuppressionSearch) =>
    void navigate({ search: (before) => ({ ...before, ...some }), replace: true, resetScroll: false });
  const search = useDebouncedCallback((text: string) => change({ q: text.trim() || undefined }), 300);
  return (
    <Group gap="sm" role="search">
      <TextInput
        aria-label={say.search}
        placeholder={say.search}
        type="search"
        miw={240}
        style={{ flex: 1 }}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
      <Select
        aria-label={say.reason}
        w={210}
        allowDeselect={false}
        data={[{ value: '', label: say.anyReason }, ...options(say.reasons)]}
        value={reason ?? ''}
        onChange={(value) => change({ reason: value || undefined })}
      />
      <Select
        aria-label={say.scope}
        w={160}
        allowDeselect={false}
        data={[{ value: '', label: say.anyScope }, ...options(say.scopes)]}
        value={scope ?? ''}
        onChange={(value) => change({ scope: value || undefined })}
      />
      <Checkbox
        label={say.lifted}
        checked={lifted === true}
        onChange={(event) => change({ lifted: event.currentTarget.checked || undefined })}
      />
    </Group>
  );
}
