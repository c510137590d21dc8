import { Button, Center } from '@mantine/core';
import { words } from '@/words/en';

interface Props {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}

export function MorePages({ query }: Props) {
  if (!query.hasNextPage) return null;
  return (
    <Center mt="md">
      <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {words.common.more}
      </Button>
    </Center>
  );
}
