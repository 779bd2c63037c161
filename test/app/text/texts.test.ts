import { describe, expect, it } from 'vitest';
import { problemCodes } from '../../../app/result.ts';
import { createText, languageFor, resources } from '../../../app/text/text.ts';

type Tree = { readonly [key: string]: string | Tree };

/** Every key with its sentence; plural endings folded, since languages differ in their number. */
function flatten(tree: Tree, path = ''): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [key, value] of Object.entries(tree)) {
    const name = `${path}${key.replace(/_(zero|one|two|few|many|other)$/, '')}`;
    if (typeof value === 'string') all.set(name, [...(all.get(name) ?? []), value]);
    else for (const [inner, texts] of flatten(value, `${path}${key}.`)) all.set(inner, texts);
  }
  return all;
}

const placeholders = (texts: string[]): string[] =>
  [...new Set(texts.flatMap((text) => text.match(/\{\{\w+(, \w+)?\}\}/g) ?? []))].sort();

describe('texts', () => {
  const english = flatten(resources.en);
  const chinese = flatten(resources['zh-CN']);

  it('have the same keys in both languages', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('have the same placeholders in both languages', () => {
    for (const [key, texts] of english)
      expect([key, placeholders(chinese.get(key) ?? [])]).toEqual([key, placeholders(texts)]);
  });

  it.each(problemCodes)('say what happened, what it may mean and what to do: %s', (code) => {
    for (const language of ['en', 'zh-CN'] as const)
      for (const part of ['title', 'meaning', 'todo'])
        expect(createText(language).exists(`problem:${code}.${part}`)).toBe(true);
  });

  it('keep a calm voice', () => {
    for (const texts of [...english.values(), ...chinese.values()])
      for (const text of texts) expect(text).not.toMatch(/[!！]/);
  });
});

it('follows the system’s language', () => {
  expect(languageFor('zh_CN.UTF-8')).toBe('zh-CN');
  expect(languageFor('zh-Hans-CN')).toBe('zh-CN');
  expect(languageFor('de_DE')).toBe('en');
  expect(languageFor(undefined)).toBe('en');
});
