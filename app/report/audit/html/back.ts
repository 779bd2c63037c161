import type { Front } from './front.ts';
import { markup, type Markup } from './markup.ts';

/** How it was done, what it cannot know, and that nothing was changed. */
export function methodSection({ words: { t } }: Front): Markup {
  return markup`<section id="method">
    <h2>${t('method.title')}</h2>
    <h3>${t('method.unchangedTitle')}</h3>
    <p>${t('method.unchanged')} ${t('method.unchangedFiles')}</p>
    <h3>${t('method.readTitle')}</h3>
    <p>${t('method.read')} ${t('method.episode')}</p>
    <h3>${t('method.limitsTitle')}</h3>
    <ul>
      ${(['smtp', 'confidential', 'coverage', 'healthy', 'deleted', 'causes'] as const).map(
        (each) => markup`<li>${t(`method.${each}`)}</li>`,
      )}
    </ul>
  </section>`;
}
