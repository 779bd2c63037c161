import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { client } from '../client.ts';
import './login-causes.css';

/** The server does not say why it refuses; these are the known reasons, most likely first. */
const causes = [
  'blocked',
  'security-password',
  'other-site',
  'locked',
  'imap-off',
  'wrong',
] as const;

export function LoginCauses() {
  const { t } = useTranslation();
  return (
    <div className="sw-causes">
      <p className="sw-causes-title">{t('connect.causes.title')}</p>
      <ol>
        {causes.map((cause) => {
          const path = t(`connect.causes.${cause}.path`);
          return (
            <li key={cause}>
              <strong>{t(`connect.causes.${cause}.title`)}</strong>
              <span>{t(`connect.causes.${cause}.text`)}</span>
              {path !== '' && <span className="sw-causes-path">{path}</span>}
            </li>
          );
        })}
      </ol>
      <p className="sw-causes-links">
        <Anchor component="button" type="button" size="sm" onClick={open('alibaba-webmail')}>
          {t('connect.causes.webmail')}
        </Anchor>
        <Anchor component="button" type="button" size="sm" onClick={open('alibaba-help')}>
          {t('connect.causes.help')}
        </Anchor>
      </p>
    </div>
  );
}

const open = (link: 'alibaba-webmail' | 'alibaba-help') => () => {
  void client.openLink(link);
};
