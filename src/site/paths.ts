import type { Language } from '../core/text/index.ts';

/** The base path that the site is served under, without a slash at the end: empty at the root of a host. */
export const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The address of a page in a language: `page('zh', 'runbooks/kubelet-never-registers')`. */
export const page = (language: Language, path = ''): string =>
  `${BASE}/${language}/${path === '' ? '' : `${path}/`}`;

export const runbookPath = (slug: string): string => `runbooks/${slug}`;

/** The permanent address of a runbook or a step, which lands on the reader's language. */
export const permanent = (runbook: string, step?: string): string =>
  `${BASE}/r/${runbook}/${step ? `#${step}` : ''}`;

/** The address of a recording of a runbook. */
export const castAddress = (runbook: string, file: string): string => `${BASE}/casts/${runbook}/${file}`;

export const otherLanguage = (language: Language): Language => (language === 'en' ? 'zh' : 'en');
