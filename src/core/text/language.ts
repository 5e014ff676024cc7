/** The two languages of the prose. Log lines, commands and ids have none and are never translated. */
export type Language = 'en' | 'zh';

export const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** A text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;
