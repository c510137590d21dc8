import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { pages } from './pages';
import { request } from './request';
import type { Preview, PreviewRequest, Template, TemplateContent, TemplateSummary } from './types';

export const templatesQuery = pages<TemplateSummary>(['templates'], '/templates');

export const templateQuery = (id: string) =>
  queryOptions({
    queryKey: ['template', id],
    queryFn: ({ signal }) => request<Template>(`/templates/${id}`, { signal }),
  });

/** What the content comes to for one person. The last preview stays until the next is there. */
export const previewQuery = (content: PreviewRequest) =>
  queryOptions({
    queryKey: ['preview', content],
    queryFn: ({ signal }) => request<Preview>('/templates/preview', { method: 'POST', json: content, signal }),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });

/** Creates the template, or saves it over the version that was read: somebody else's newer one is never overwritten. */
export function useSaveTemplate(known: { id: string; version: number } | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (content: TemplateContent) =>
      known === undefined
        ? request<Template>('/templates', { method: 'POST', json: content })
        : request<Template>(`/templates/${known.id}`, { method: 'PUT', json: { ...content, version: known.version } }),
    onSuccess: (template) => {
      client.setQueryData(templateQuery(template.id).queryKey, template);
      return client.invalidateQueries({ queryKey: ['templates'] });
    },
  });
}
