import { useState } from 'react';
import type { Template, TemplateContent } from '@/api/types';
import { words } from '@/words/en';

export type Draft = Required<Omit<TemplateContent, 'text'>> & { text: string };

const blank: Draft = { name: '', subject: '', html: words.editor.starter, text: '' };

const draftOf = (template: Template | undefined): Draft =>
  template === undefined
    ? blank
    : { name: template.name, subject: template.subject, html: template.html, text: template.text ?? '' };

/**
 * What is being written, and the version it was written over. A version read later is not taken over by itself: it would
 * overwrite what was typed, or let the next save overwrite somebody else's.
 */
export function useTemplateDraft(template: Template | undefined) {
  const [base, setBase] = useState(template);
  const [draft, setDraft] = useState(() => draftOf(template));
  const saved = draftOf(base);
  const dirty = (Object.keys(saved) as (keyof Draft)[]).some((field) => saved[field] !== draft[field]);

  return {
    base,
    draft,
    dirty,
    change: (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes })),
    /** Saved as it stands: what was typed meanwhile stays, and counts as unsaved. */
    settled: setBase,
    /** Takes the given version, and drops what was typed. */
    replace: (newer: Template) => {
      setBase(newer);
      setDraft(draftOf(newer));
    },
  };
}

export const contentOf = ({ name, subject, html, text }: Draft): TemplateContent => ({
  name: name.trim(),
  subject,
  html,
  text: text === '' ? null : text,
});

export function missingIn(draft: Draft): string[] {
  const fields = ['name', 'subject', 'html'] as const;
  return fields.filter((field) => draft[field].trim() === '').map((field) => words.editor.missingNames[field]);
}
