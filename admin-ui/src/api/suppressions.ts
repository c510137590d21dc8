import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Page, pages } from './pages';
import { address, request } from './request';
import type {
  Drift,
  DriftDirection,
  LiftRequest,
  NewSuppression,
  Suppressed,
  SuppressionAnswer,
  SuppressionImport,
} from './types';

export interface SuppressionSearch {
  q?: string;
  reason?: string;
  scope?: string;
  lifted?: boolean;
}

export const suppressionsQuery = ({ q = '', reason = '', scope = '', lifted = false }: SuppressionSearch) =>
  pages<Suppressed>(['suppressions'], '/suppressions', { q, reason, scope, lifted: String(lifted) });

export const suppressionQuery = (email: string) =>
  queryOptions({
    queryKey: ['suppression', email],
    queryFn: ({ signal }) => request<Suppressed>(pathOf(email), { signal }),
  });

export function useAddSuppression() {
  const settled = useSettled();
  return useMutation({
    mutationFn: (suppression: NewSuppression) =>
      request<Suppressed>('/suppressions', { method: 'POST', json: suppression }),
    onSuccess: settled,
  });
}

export function useLift(email: string) {
  const settled = useSettled();
  return useMutation({
    mutationFn: (lift: LiftRequest) => request<Suppressed>(`${pathOf(email)}/lift`, { method: 'POST', json: lift }),
    onSuccess: settled,
  });
}

export function useCheck() {
  return useMutation({
    mutationFn: (check: { addresses: string[]; topic: string | null }) =>
      request<Page<SuppressionAnswer>>('/suppressions/check', {
        method: 'POST',
        json: { ...check, category: null },
      }),
  });
}

export function useImportSuppressions() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => request<SuppressionImport>('/suppressions/import', { method: 'POST', csv: file }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['suppressions'] }),
  });
}

export const suppressionsFile = address('/suppressions/export');

export const driftQuery = (direction: DriftDirection) =>
  pages<Drift>(['ses-drift'], '/suppressions/ses-drift', { direction });

/** Mends a page; the answer tells whom, and where to go on. */
export function useMend() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (mend: { direction: DriftDirection; cursor: string | null }) =>
      request<Page<Drift>>('/suppressions/ses-drift/mend', { method: 'POST', json: mend }),
    onSuccess: () =>
      Promise.all(['ses-drift', 'suppressions'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}

function useSettled() {
  const client = useQueryClient();
  return (suppressed: Suppressed) => {
    client.setQueryData(suppressionQuery(suppressed.email).queryKey, suppressed);
    return client.invalidateQueries({ queryKey: ['suppressions'] });
  };
}

const pathOf = (email: string) => `/suppressions/${encodeURIComponent(email)}`;
