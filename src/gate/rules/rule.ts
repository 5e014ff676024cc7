import type { Content, Page, Runbook } from '../content.ts';
import type { Finding } from '../finding.ts';
import { LANGUAGES } from '../../core/text/index.ts';
import type { Prose } from '../schema.ts';

/** A rule looks at the whole content and says what is wrong with it. */
export type RuleFunction = (content: Content) => Finding[];

/** A rule that looks at one runbook at a time. */
export const perRunbook =
  (check: (runbook: Runbook) => Finding[]): RuleFunction =>
  ({ runbooks }) =>
    runbooks.flatMap(check);

/** A rule that looks at one language of one runbook at a time. */
export const perPage = (check: (page: Page<Prose>, runbook: Runbook) => Finding[]): RuleFunction =>
  perRunbook((runbook) => LANGUAGES.flatMap((language) => check(runbook.pages[language], runbook)));
