import { IconDeviceDesktop, IconEye, IconLock, IconMail, IconPencilOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import './facts.css';

const facts = [
  ['read', IconEye],
  ['unchanged', IconPencilOff],
  ['tls', IconLock],
  ['local', IconDeviceDesktop],
  ['logon', IconMail],
] as const;

/** Said before the first connection, since it is too late after it. */
export function Facts() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title" className="sw-section-title">
        {t('connect.factsTitle')}
      </h2>
      <ul className="sw-facts">
        {facts.map(([fact, Icon]) => (
          <li key={fact}>
            <Icon size={18} stroke={1.5} aria-hidden />
            <span>{t(`connect.facts.${fact}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
