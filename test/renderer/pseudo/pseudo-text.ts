import { createInstance, type i18n } from 'i18next';
import { en } from '../../../app/text/en/index.ts';

const accents: Readonly<Record<string, string>> = {
  ...{ a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', y: 'ý', c: 'ç', n: 'ñ', s: 'š', z: 'ž' },
  ...{ A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú', Y: 'Ý', C: 'Ç', N: 'Ñ', S: 'Š', Z: 'Ž' },
};

/** ⟦Šçáñ ñów ~~~⟧: in brackets, accented, 40 % longer; what is filled in stays as it is. */
export function pseudo(text: string): string {
  const accented = text
    .split(/(\{\{[^}]*\}\}|\$t\([^)]*\)|<[^>]*>)/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/[A-Za-z]/g, (letter) => accents[letter] ?? letter),
    )
    .join('');
  return `⟦${accented} ${'~'.repeat(Math.ceil(text.length * 0.4))}⟧`;
}

type Texts = string | { readonly [key: string]: Texts };

const each = (texts: Texts): Texts =>
  typeof texts === 'string'
    ? pseudo(texts)
    : Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, each(value)]));

/** The window's texts in a language that nobody speaks, under the name of English for dates and numbers. */
export function pseudoText(): i18n {
  const text = createInstance();
  void text.init({
    lng: 'en',
    resources: { en: each(en) as typeof en },
    ns: Object.keys(en),
    defaultNS: 'window',
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return text;
}
