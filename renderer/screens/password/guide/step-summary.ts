import type { TFunction } from 'i18next';
import type { Progress } from '../../../../app/password/guide/progress.ts';
import { isBefore, reviewItems, type GuideStep } from '../../../../app/password/guide/steps.ts';
import type { Format } from '../../../format.ts';

/** What was done in a step, in a few words; null for one that lies ahead or has nothing to tell. */
export function summaryOf(
  step: GuideStep,
  progress: Progress,
  t: TFunction,
  format: Format,
  now: number,
): string | null {
  if (!isBefore(step, progress.step)) return null;
  const { changer, kind, clients, changedAt, proof, provenAt, appUpdatedAt, reviewed } = progress;
  const when = (at: number | null) => ({ when: at === null ? '' : format.moment(at, now) });
  switch (step) {
    case 'who':
      return changer === null ? null : t(`guide.who.${changer}`);
    case 'kind':
      return kind === null ? null : t(`guide.kind.${kind}`);
    case 'pause': {
      if (clients.length === 0) return t('guide.pause.summaryNone');
      const done = clients.filter(({ paused }) => paused).length;
      return t('guide.pause.summary', { done, count: clients.length });
    }
    case 'change':
      return changedAt === null ? null : t('guide.change.summary', when(changedAt));
    case 'verify':
      if (proof === null) return null;
      return t(
        proof === 'login' ? 'guide.verify.summaryLogin' : 'guide.verify.summaryWebmail',
        when(provenAt),
      );
    case 'update':
      return appUpdatedAt === null
        ? t('guide.update.summaryLater')
        : t('guide.update.summary', when(appUpdatedAt));
    case 'review':
      return t('guide.review.summary', { done: reviewed.length, count: reviewItems.length });
    case 'resume': {
      if (clients.length === 0) return null;
      const done = clients.filter(({ resumed }) => resumed).length;
      return t('guide.resume.summary', { done, count: clients.length });
    }
    case 'choose':
    case 'done':
      return null;
  }
}
