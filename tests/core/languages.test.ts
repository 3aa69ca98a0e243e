// What a language brings along, and what happens to wordings from before it was there.
import { describe, expect, test } from 'vitest';
import { showDay, showDays, showMonth } from '#core/dates.ts';
import { chooseLang, inEveryLang, langs } from '#core/lang.ts';
import { wordsFor } from '#core/text.ts';

describe('a language', () => {
  test('is chosen by the address, then by the first we speak of those the browser asks for', () => {
    expect(chooseLang('en', 'zh-CN')).toBe('en');
    expect(chooseLang('xx', 'fr, en-GB;q=0.8, zh;q=0.5')).toBe('en');
    expect(chooseLang(undefined, 'ZH-hk')).toBe('zh-CN');
    expect(chooseLang(undefined, 'fr')).toBe('zh-CN');
    expect(chooseLang(undefined, 'enm')).toBe('zh-CN');
  });

  test('says its name and which way it runs', () => {
    const all = langs.map((lang) => wordsFor(lang).language);
    expect(new Set(all.map(({ name }) => name)).size).toBe(langs.length);
    for (const { direction } of all) expect(['ltr', 'rtl']).toContain(direction);
  });

  test('has twelve months', () => {
    for (const lang of langs) expect(new Set(wordsFor(lang).language.dates.months.split(' ')).size).toBe(12);
  });

  test('writes days in its own order, and says a year once', () => {
    expect(showDay('2026-03-31', 'zh-CN')).toBe('2026年3月31日');
    expect(showDay('2026-03-31', 'en')).toBe('31 March 2026');
    expect(showMonth('2026-03', 'zh-CN')).toBe('2026年3月');
    expect(showMonth('2026-03', 'en')).toBe('March 2026');
    expect(showDays('2026-01-01', '2026-12-31', 'zh-CN')).toBe('2026年1月1日至12月31日');
    expect(showDays('2026-01-01', '2026-12-31', 'en')).toBe('1 January to 31 December 2026');
    expect(showDays('2025-12-01', '2026-01-31', 'zh-CN')).toBe('2025年12月1日至2026年1月31日');
    expect(showDays('2025-12-01', '2026-01-31', 'en')).toBe('1 December 2025 to 31 January 2026');
  });

  test('that a wording does not have yet is shown in zh-CN', () => {
    expect(inEveryLang({ 'zh-CN': '满意' })).toEqual({ 'zh-CN': '满意', en: '满意' });
    expect(inEveryLang({ 'zh-CN': '满意', en: 'Satisfied' })).toEqual({ 'zh-CN': '满意', en: 'Satisfied' });
  });
});
