import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** One of a few answers, each with a sentence about itself. */
export function Choice<T extends string>({
  topic,
  label,
  values,
  value,
  onChoose,
}: {
  readonly topic: 'who' | 'kind';
  readonly label: string;
  readonly values: readonly T[];
  readonly value: T | null;
  readonly onChoose: (value: T) => void;
}) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      aria-label={label}
      value={value}
      onChange={(chosen) => {
        const known = values.find((each) => each === chosen);
        if (known !== undefined) onChoose(known);
      }}
    >
      <Stack gap="xs">
        {values.map((each) => (
          <Radio
            key={each}
            value={each}
            className="sw-choice"
            label={t(`guide.${topic}.${each}`)}
            description={t(`guide.${topic}.${each}Text`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
