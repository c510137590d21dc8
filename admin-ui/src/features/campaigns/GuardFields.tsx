import { Fieldset, SimpleGrid, Text } from '@mantine/core';
import { words } from '@/words/en';
import { OptionalNumber } from '@/ui/OptionalNumber';
import type { SendingProps } from './SendingFields';

const say = words.sending;

/** When the campaign is to pause by itself. Rates are fractions on the wire and percent for people. */
export function GuardFields({ draft, change, mistake }: SendingProps) {
  return (
    <Fieldset legend={say.guard}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} verticalSpacing="md">
        {(['bounceRate', 'complaintRate'] as const).map((name) => (
          <OptionalNumber
            key={name}
            label={say[name]}
            placeholder={say.guardDefault}
            rightSection={<Text size="sm">%</Text>}
            min={0}
            max={100}
            value={scaled(draft[name], 100)}
            onValue={(percent) => change({ [name]: scaled(percent, 0.01) })}
            error={mistake(`settings.guard.${name}`)}
          />
        ))}
        <OptionalNumber
          label={say.minimumVolume}
          placeholder={say.guardDefault}
          min={1}
          allowDecimal={false}
          value={draft.minimumVolume}
          onValue={(minimumVolume) => change({ minimumVolume })}
          error={mistake('settings.guard.minimumVolume')}
        />
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt="xs">
        {say.percent}
      </Text>
    </Fieldset>
  );
}

/** Without the last digits that binary fractions leave behind. */
const scaled = (value: number | null, by: number) => (value === null ? null : Number((value * by).toPrecision(12)));
