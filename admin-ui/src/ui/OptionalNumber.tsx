import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';

interface Props extends Omit<NumberInputProps, 'value' | 'onChange'> {
  value: number | null;
  onValue: (value: number | null) => void;
}

/** A number, or nothing. What is being typed ("2.") stays as typed until it is a number. */
export function OptionalNumber({ value, onValue, ...input }: Props) {
  const [typed, setTyped] = useState<number | string>(value ?? '');
  function change(next: number | string) {
    setTyped(next);
    const parsed = typeof next === 'number' ? next : Number.parseFloat(next);
    onValue(Number.isNaN(parsed) ? null : parsed);
  }
  return <NumberInput hideControls {...input} value={typed} onChange={change} />;
}
