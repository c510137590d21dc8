import { useState } from 'react';
import type { Campaign, CampaignDraft, Sender } from '@/api/types';
import { words } from '@/words/en';

export interface Draft {
  name: string;
  audienceId: string | null;
  templateId: string | null;
  senderName: string;
  senderEmail: string;
  topic: string;
  unknownPolicy: 'sendAgain' | 'leave';
  holdSeconds: number;
  perSecond: number | null;
  weight: number;
  spreadSeconds: number | null;
  bounceRate: number | null;
  complaintRate: number | null;
  minimumVolume: number | null;
}

export const usualTopic = 'news';
const usualWeight = 10;

const draftOf = (campaign: Campaign | undefined, sender: Sender | undefined): Draft => ({
  name: campaign?.name ?? '',
  audienceId: campaign?.audienceId ?? null,
  templateId: campaign?.templateId ?? null,
  senderName: campaign?.sender.name ?? sender?.name ?? '',
  senderEmail: campaign?.sender.email ?? sender?.email ?? '',
  topic: campaign?.topic ?? usualTopic,
  unknownPolicy: campaign?.settings.unknownPolicy ?? 'sendAgain',
  holdSeconds: campaign?.settings.holdSeconds ?? 0,
  perSecond: campaign?.settings.perSecond ?? null,
  weight: campaign?.settings.weight ?? usualWeight,
  spreadSeconds: campaign?.settings.spreadSeconds ?? null,
  bounceRate: campaign?.settings.guard?.bounceRate ?? null,
  complaintRate: campaign?.settings.guard?.complaintRate ?? null,
  minimumVolume: campaign?.settings.guard?.minimumVolume ?? null,
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
  const { unknownPolicy, holdSeconds, perSecond, weight, spreadSeconds } = draft;
  const { bounceRate, complaintRate, minimumVolume } = draft;
  return {
    name: name.trim(),
    audienceId,
    templateId,
    sender: { name: senderName.trim(), email: senderEmail.trim() },
    topic: draft.topic.trim() === '' ? usualTopic : draft.topic.trim(),
    settings: {
      unknownPolicy,
      holdSeconds,
      perSecond,
      weight,
      spreadSeconds,
      guard: { bounceRate, complaintRate, minimumVolume },
    },
  };
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
