import { words } from '@/words/en';
import type { Problem } from './types';

const base = '/api/v1';

/** What the service, or the way to it, answered instead of what was asked for. Its message can be shown to a person. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    /** The HTTP status; 0 when no answer came at all. */
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail ?? problem.title);
  }

  /** What is wrong with one field of a form, or undefined. */
  field(name: string): string | undefined {
    return this.problem.errors?.find((error) => error.field === name)?.message;
  }

  get fields(): string[] {
    return this.problem.errors?.map((error) => error.field) ?? [];
  }
}

type Query = Record<string, string | number | null | undefined>;

interface Options {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  query?: Query;
  json?: unknown;
  csv?: Blob;
  signal?: AbortSignal;
}

/** The path with the query, without what has no value. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  return `${base}${path}${search.size > 0 ? `?${search}` : ''}`;
}

export async function request<T>(path: string, { method = 'GET', query, json, csv, signal }: Options = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  // A form on another site cannot send this header: the service takes no change without it.
  if (method !== 'GET') headers['X-Requested-With'] = 'tidings';
  if (json !== undefined) headers['Content-Type'] = 'application/json';
  if (csv !== undefined) headers['Content-Type'] = 'text/csv';

  let response: Response;
  try {
    const body = csv ?? (json === undefined ? undefined : JSON.stringify(json));
    response = await fetch(address(path, query), { method, headers, body, signal });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError(0, { title: words.problems.unreachable, status: 0, detail: words.problems.unreachableDetail });
  }
  if (!response.ok) throw new ApiError(response.status, await problemOf(response));
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function problemOf(response: Response): Promise<Problem> {
  const unexplained = { title: words.problems.unexplained(response.status), status: response.status };
  if (!response.headers.get('Content-Type')?.includes('json')) return unexplained;
  try {
    return { ...unexplained, ...((await response.json()) as Problem) };
  } catch {
    return unexplained;
  }
}
