import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty.tsx';
import { ProblemBox } from '../../components/problem-box.tsx';
import { type Screen, screenIcons } from '../../components/shell.tsx';
import { useSample } from '../../use-sample.ts';

/** In place of a screen that has nothing to show without an account: what it will show, and the ways to one. */
export function NeedsAccount({
  screen,
  onConnect,
  onOpened,
}: {
  readonly screen: Extract<Screen, 'notices' | 'password' | 'audit'>;
  readonly onConnect: () => void;
  readonly onOpened: (accountId: number) => void;
}) {
  const { t } = useTranslation();
  const sample = useSample(onOpened);
  const Icon = screenIcons[screen];
  return (
    <div className="sw-page">
      <h1 className="sw-hidden">{t(`nav.${screen}`)}</h1>
      <Empty
        icon={<Icon size={32} stroke={1.4} aria-hidden />}
        title={t(`needs.${screen}.title`)}
        text={t(`needs.${screen}.text`)}
      >
        <Group gap="xs" justify="center">
          <Button onClick={onConnect}>{t('welcome.connect.button')}</Button>
          <Button variant="default" loading={sample.opening} onClick={sample.open}>
            {t('connect.sampleOpen')}
          </Button>
        </Group>
        {sample.problem !== null && <ProblemBox problem={sample.problem} />}
      </Empty>
    </div>
  );
}
