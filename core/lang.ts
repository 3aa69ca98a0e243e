// The languages the product speaks. zh-CN is the language of the law, of the staff and of most citizens; a text is
// never shown half in one language and half in another, so every wording is a record with all of them. How to add one:
// docs/languages.md.

export const langs = ['zh-CN', 'en'] as const;
export type Lang = (typeof langs)[number];
export type Localised = Readonly<Record<Lang, string>>;

export const isLang = (value: unknown): value is Lang => langs.includes(value as Lang);

/** The language to answer in: an explicit choice wins, then the first language of `Accept-Language` we speak, else zh-CN. */
export function chooseLang(chosen: string | undefined, acceptLanguage: string | undefined): Lang {
  if (isLang(chosen)) return chosen;
  for (const range of (acceptLanguage ?? '').split(',')) {
    const asked = primary((range.split(';')[0] ?? '').trim());
    const spoken = langs.find((lang) => primary(lang) === asked);
    if (spoken) return spoken;
  }
  return 'zh-CN';
}

const primary = (tag: string): string | undefined => tag.toLowerCase().split('-')[0];

/** A wording from before a language was added: what it lacks is shown in zh-CN, which every wording has. */
export const inEveryLang = (words: Partial<Localised> & { readonly 'zh-CN': string }): Localised =>
  Object.fromEntries(langs.map((lang) => [lang, words[lang] ?? words['zh-CN']])) as Localised;

/** For JSON.parse: whatever in a document is a wording gets every language. */
export const withEveryLang = (_key: string, value: unknown): unknown =>
  value instanceof Object && typeof (value as Partial<Localised>)['zh-CN'] === 'string'
    ? inEveryLang(value as Localised)
    : value;

/** Puts values into a template: `fill('收到 {n} 份', { n: 3 })`. A placeholder without a value is a bug and stays visible. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
