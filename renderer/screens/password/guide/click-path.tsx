import { useTranslation } from 'react-i18next';
import type { Changer } from '../../../../app/password/guide/steps.ts';

/** Six clicks, numbered, as Alibaba's pages name them. */
export function ClickPath({ changer }: { readonly changer: Changer }) {
  const { t } = useTranslation();
  return (
    <ol className="sw-click-path">
      {([1, 2, 3, 4, 5, 6] as const).map((index) => (
        <li key={index}>{t(`guide.change.paths.${changer}.${String(index)}`)}</li>
      ))}
    </ol>
  );
}
