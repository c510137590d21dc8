import { useState } from 'react';
import type { Campaign, CampaignDraft, Sender } from '@/api/types';
import { words } from '@/words/en';

export interface Draft {
  name: string;
  audienceId: string | null;
  templateId: string | null;
  senderName: string;
  senderEmail: string;
}

const draftOf = (campaign: Campaign | undefined, sender: Sender | undefined): Draft => ({
  name: campaign?.name ?? '',
  audienceId: campaign?.audienceId ?? null,
  templateId: campaign?.templateId ?? null,
  senderName: campaign?.sender.name ?? sender?.name ?? '',
  senderEmail: campaign?.sender.email ?? sender?.email ?? '',
});

export function useCampaignDraft(campaign: Campaign | undefined, sender: Sender | undefined) {
  const [base, setBase] = useState(() => draftOf(campaign, sender));
  const [draft, setDraft] = useState(base);
  const dirty = (Object.keys(base) as (keyof Draft)[]).some((field) => base[field] !== draft[field]);
  return {
    draft,
    dirty,
    change: (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes })),
    settled: (saved: Campaign) => setBase(draftOf(saved, undefined)),
  };
}

/** What the service is told, or undefined as long as something is missing. */
export function completed(draft: Draft): CampaignDraft | undefined {
  const { name, audienceId, templateId, senderName, senderEmail } = draft;
  if (audienceId === null || templateId === null || missingIn(draft).length > 0) return undefined;
  return { name: name.trim(), audienceId, templateId, sender: { name: senderName.trim(), email: senderEmail.trim() } };
}

export function missingIn(draft: Draft): string[] {
  const names = words.draft.missingNames;
  const missing = [
    draft.name.trim() === '' && names.name,
    draft.audienceId === null && names.audience,
    draft.templateId === null && names.template,
    draft.senderName.trim() === '' && names.sender,
    draft.senderEmail.trim() === '' && names.email,
  ];
  return missing.filter((name) => name !== false);
}
