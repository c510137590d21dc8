import { vi } from 'vitest';
import type { Problem } from '@/api/types';

type Json = object | string | number | boolean | null | undefined;

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

type Answer = Json | Response | ((asked: Asked) => Json | Response | Promise<Json | Response>);

/** What the network answers, by "METHOD /path"; a later answer takes the place of an earlier one. */
export function network(answers: Record<string, Answer>) {
  const known = new Map(Object.entries(answers));
  const asked: Asked[] = [];

  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const url = new URL(address, 'http://tidings.test');
    const question: Asked = {
      method: init.method ?? 'GET',
      path: url.pathname.replace('/api/v1', ''),
      query: url.searchParams,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body,
    };
    asked.push(question);
    const answer = known.get(`${question.method} ${question.path}`);
    if (answer === undefined) return problem(404, { title: `No answer for ${question.method} ${question.path}` });
    const result = typeof answer === 'function' ? await answer(question) : answer;
    return result instanceof Response ? result.clone() : Response.json(result ?? null);
  });

  return {
    asked,
    to: (method: string, path: string) => asked.filter((each) => each.method === method && each.path === path),
    now: (more: Record<string, Answer>) => Object.entries(more).forEach(([key, answer]) => known.set(key, answer)),
  };
}

export function problem(status: number, more: Partial<Problem>): Response {
  const body = JSON.stringify({ type: 'about:blank', title: 'Problem', status, ...more });
  return new Response(body, { status, headers: { 'Content-Type': 'application/problem+json' } });
}

export const page = (...items: object[]) => ({ items, next: null });
