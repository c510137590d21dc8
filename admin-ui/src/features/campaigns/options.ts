interface Option {
  value: string;
  label: string;
}

/** The options, and among them the one chosen already: it may stand on a page of the list that nobody has read yet. */
export function optionsWith(known: Option | undefined, options: Option[]): Option[] {
  if (known === undefined || options.some(({ value }) => value === known.value)) return options;
  return [known, ...options];
}
