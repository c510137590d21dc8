import { Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '@/api/request';
import { clock } from '@/words/counting';
import { words } from '@/words/en';
import { EmptyState } from './EmptyState';
import { ErrorNotice } from './ErrorNotice';
import { ButtonLink } from './links';

interface Props<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch' | 'dataUpdatedAt'>;
  /** The height to keep free while it loads, so that nothing below jumps. */
  height?: number;
  children: (data: NonNullable<T>) => ReactNode;
}

/** What was read; before that its place; and when reading fails, why. Figures once read stay, with their time. */
export function Loaded<T>({ query, height = 160, children }: Props<T>) {
  if (query.data !== undefined && query.data !== null) {
    const gone = query.error instanceof ApiError && query.error.status === 404;
    return (
      <>
        {query.error !== null && !gone && <Stale at={query.dataUpdatedAt} />}
        {children(query.data)}
      </>
    );
  }
  if (query.error instanceof ApiError && query.error.status === 404) {
    return (
      <EmptyState title={words.problems.gone} detail={query.error.message}>
        <ButtonLink to="/" variant="default">
          {words.problems.toHome}
        </ButtonLink>
      </EmptyState>
    );
  }
  if (query.error !== null) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return <Placeholder height={height} />;
}

export function Placeholder({ height }: { height: number }) {
  return (
    <Stack className="late" aria-busy="true" gap="sm">
      <VisuallyHidden role="status">{words.common.loading}</VisuallyHidden>
      <Skeleton height={height} />
    </Stack>
  );
}

function Stale({ at }: { at: number }) {
  return (
    <Text role="status" size="sm" c="orange" mb="xs">
      {words.problems.stale(clock(at))}
    </Text>
  );
}
