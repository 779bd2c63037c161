import type { i18n } from 'i18next';
import type { ConnectStep, SeenCertificate } from '../mailbox/imap/steps.ts';
import type { Problem } from '../result.ts';
import { likely, likelyGroup, refusedLogin } from '../text/likely.ts';
import { seenWords } from '../text/seen-words.ts';
import { printable } from './terminal.ts';

/** Each step of a connection that failed, with what was seen: it stands above what the failure is. */
export function stepLines(steps: readonly ConnectStep[], server: string, text: i18n): string[] {
  const t = text.getFixedT(null, 'connection');
  const failed = steps.find(({ state }) => state === 'failed');
  if (!failed) return [];
  const tried = steps.filter(({ state }) => state === 'done' || state === 'failed');
  return [
    t('failedAt', { server: printable(server), step: t(`step.${failed.name}`) }),
    ...tried.map(({ name, state, seen }) => {
      const what = seen === null ? '' : `: ${printable(seenWords(seen, text))}`;
      return `  [${t(`state.${state}`)}] ${t(`step.${name}`)}${what}`;
    }),
    ...(failed.certificate ? certificateLines(failed.certificate, server, text) : []),
  ];
}

/** What it may mean, most likely first; for a refused login with the click path to each reason. */
export function likelyLines(
  problem: Problem,
  failedAt: ConnectStep['name'] | null,
  text: i18n,
): string[] {
  const t = text.getFixedT(null, 'connection');
  const numbered = (sentence: string, index: number): string => `  ${index + 1}. ${sentence}`;
  if (problem.code === 'login-refused')
    return [
      t('likelyTitle'),
      ...refusedLogin.map((cause, index) => {
        const say = (part: string): string => text.t(`window:connect.causes.${cause}.${part}`);
        const path = say('path');
        const where = path === '' ? '' : `\n     ${path}`;
        return `${numbered(`${say('title')}. ${say('text')}`, index)}${where}`;
      }),
    ];
  const group = likelyGroup(problem, failedAt);
  if (group === null) return [];
  return [
    t('likelyTitle'),
    ...likely[group].map((key, index) =>
      numbered(text.t(`connection:likely.${group}.${key}`), index),
    ),
  ];
}

function certificateLines(certificate: SeenCertificate, server: string, text: i18n): string[] {
  const t = text.getFixedT(null, 'connection');
  const { subject, issuer, names, validFrom, validTo, fingerprint, faults } = certificate;
  const host = server.replace(/:\d+$/, '');
  const day = (at: number | null): string =>
    at === null ? t('certificate.unknown') : new Date(at).toISOString().slice(0, 10);
  const facts: [string, string][] = [
    ['why', faults.map((fault) => t(`certificate.fault.${fault}`, { host })).join('; ')],
    ['subject', subject],
    ['names', names.join(', ')],
    ['issuer', issuer],
    ['validity', t('certificate.range', { from: day(validFrom), to: day(validTo) })],
    ['fingerprint', fingerprint],
  ];
  return [
    `  ${t('certificate.title')}`,
    ...facts.map(([key, value]) => `    ${t(`certificate.${key}`)}: ${printable(value)}`),
  ];
}
