import type { i18n } from 'i18next';
import type { StepSeen } from '../mailbox/imap/steps.ts';
import { assertNever } from '../result.ts';

/** More addresses than these tell a person nothing more. */
const mostAddresses = 4;

/** What was seen in one step of connecting, as a short sentence. */
export function seenWords(seen: StepSeen, text: i18n): string {
  const t = text.getFixedT(null, 'connection');
  switch (seen.step) {
    case 'name':
      return seen.addresses.slice(0, mostAddresses).join(', ');
    case 'tcp':
      return t('seen.tcp', { address: seen.address, port: seen.port });
    case 'proxy':
      return t('seen.proxy', { proxy: seen.proxy });
    case 'tls':
      return t('seen.tls', { version: seen.version.replace('TLSv', 'TLS '), issuer: seen.issuer });
    case 'greeting':
      return seen.words === '' ? '' : t('seen.greeting', { words: seen.words });
    case 'login':
      return seen.capabilities.length === 0
        ? t('seen.loginPlain')
        : t('seen.login', { capabilities: seen.capabilities.join(', ') });
    case 'inbox':
      return t('seen.inbox', {
        count: seen.messages,
        messages: seen.messages,
        folders: seen.folders,
      });
    default:
      return assertNever(seen);
  }
}
