import { ApiError } from './request';

/**
 * When to ask again: not after an answer that asking again will not change, as a session that has ended or a thing that is
 * gone. Signing in asks for everything anew.
 */
export function again(error: Error | null, milliseconds: number | false): number | false {
  return error instanceof ApiError && error.status >= 400 && error.status < 500 ? false : milliseconds;
}

export const every =
  (milliseconds: number) =>
  ({ state }: { state: { error: Error | null } }) =>
    again(state.error, milliseconds);
