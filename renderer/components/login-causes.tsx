import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { refusedLogin } from '../../app/text/likely.ts';
import { client, type Whose } from '../client.ts';
import './login-causes.css';

/** The server does not say why it refuses; these are the known reasons, most likely first. */
export function LoginCauses({ whose }: { readonly whose: Whose }) {
  const { t } = useTranslation();
  return (
    <div className="sw-causes">
      <p className="sw-causes-title">{t('connect.causes.title')}</p>
      <ol>
        {refusedLogin.map((cause) => {
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
        <Anchor component="button" type="button" size="sm" onClick={open('alibaba-webmail', whose)}>
          {t('connect.causes.webmail')}
        </Anchor>
        <Anchor component="button" type="button" size="sm" onClick={open('alibaba-help', whose)}>
          {t('connect.causes.help')}
        </Anchor>
      </p>
    </div>
  );
}

const open = (link: 'alibaba-webmail' | 'alibaba-help', whose: Whose) => () => {
  void client.openLink(link, whose);
};
