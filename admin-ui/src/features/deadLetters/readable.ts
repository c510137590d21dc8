/** JSON on lines of its own, also where it stands as text inside JSON, as in what SNS wraps; anything else as it is. */
export function readable(body: string): string {
  const value = parsed(body);
  return value === undefined ? body : JSON.stringify(unwrapped(value), null, 2);
}

function unwrapped(value: object): object {
  if (!('Message' in value) || typeof value.Message !== 'string') return value;
  const inner = parsed(value.Message);
  return inner === undefined ? value : { ...value, Message: inner };
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
