import { describe, expect, it } from 'vitest';
import { formatFor, spaced } from '../../renderer/format.ts';

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 24, 12);
const english = formatFor('en', 'just now');
const chinese = formatFor('zh-CN', '刚刚');

describe('how a language sets numbers and sentences', () => {
  it('puts a space between a number and a Chinese unit, as all our texts do', () => {
    expect(chinese.duration(12 * hour)).toBe('12 小时');
    expect(chinese.ago(now - 72 * hour, now)).toBe('3 天前');
    expect(spaced('30秒')).toBe('30 秒');
    expect(english.duration(12 * hour)).toBe('12 hr');
  });

  it('puts nothing between two Chinese sentences', () => {
    expect([english.gap, chinese.gap]).toEqual([' ', '']);
  });

  it('writes a power of ten as one', () => {
    expect(english.powerOfTen(16.4)).toBe('10¹⁶');
    expect(english.powerOfTen(0)).toBe('10⁰');
  });
});
