import type { i18n } from 'i18next';
import type { Category, Failure, Notice } from '../bounce/notice.ts';

/** One sentence for a person: what this message says. */
export function summarise(notice: Notice, text: i18n): string {
  const t = text.getFixedT(null, 'notice');
  if (notice.unreadable !== null)
    return t('summary.unreadable', { reason: t(`unreadable.${notice.unreadable}`) });
  if (!notice.isBounce) return t('summary.not-bounce');
  const [first, ...others] = notice.failures;
  if (!first) return t('summary.bounce');
  const category = (of: Category): string => t(`category.${of}`);
  if (others.length === 0)
    return t(`summary.${sentenceFor(first)}`, {
      recipient: first.recipient ?? t('summary.someone'),
      category: category(first.category),
      code: first.replyCode ?? '',
    });
  const counts = new Map<Category, number>();
  for (const failure of notice.failures)
    counts.set(failure.category, (counts.get(failure.category) ?? 0) + 1);
  const categories = [...counts]
    .map(([of, count]) => t('summary.part', { category: category(of), count }))
    .join(text.language === 'zh-CN' ? '、' : ', ');
  return t('summary.several', { count: notice.failures.length, categories });
}

function sentenceFor({ category, confidence, action, replyCode }: Failure): string {
  if (category === 'throttle' && confidence === 'possible') return 'one-possible';
  if (category === 'throttle' && replyCode !== null) return 'one-throttle';
  return action === 'delayed' ? 'one-delayed' : 'one';
}
