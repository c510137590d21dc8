import { Button, Group, Loader, Text } from '@mantine/core';
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import { words } from '@/words/en';
import { UploadIcon } from '@/ui/icons';
import classes from './FileDrop.module.css';

interface Props {
  onFiles: (files: File[]) => void;
  /** What is going on instead of waiting for a file. */
  busy: string | undefined;
}

/** A place to drop a file on, with a button for those who do not drag. */
export function FileDrop({ onFiles, busy }: Props) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (busy === undefined) onFiles([...event.dataTransfer.files]);
  }

  function choose(event: ChangeEvent<HTMLInputElement>) {
    onFiles([...(event.currentTarget.files ?? [])]);
    // The same file again, mended meanwhile, is a new choice.
    event.currentTarget.value = '';
  }

  function dragOver(event: DragEvent) {
    event.preventDefault();
    setOver(true);
  }

  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={dragOver}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Group gap="xs" justify="center">
        {busy === undefined ? <UploadIcon /> : <Loader size="xs" />}
        <Text>{busy ?? words.imports.drop}</Text>
        {busy === undefined && (
          <Button variant="default" size="xs" onClick={() => input.current?.click()}>
            {words.imports.choose}
          </Button>
        )}
      </Group>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,text/csv"
        hidden
        aria-label={words.imports.choose}
        onChange={choose}
      />
    </div>
  );
}
