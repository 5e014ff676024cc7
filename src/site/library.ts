import { type Content, type Postmortem, type Runbook, readContent } from '../gate/index.ts';

let kept: Content | undefined;

/** The content, read once for a build, and again for every page while an author works on it. */
export function library(): Content {
  if (!kept || import.meta.env.DEV) kept = readContent(process.cwd());
  return kept;
}

export const runbookById = (id: string): Runbook | undefined =>
  library().runbooks.find(({ data }) => data.id === id);

/** The postmortems that used a step of a runbook, or the runbook at all. */
export function usesOf(id: string, step?: string): Postmortem[] {
  return library().postmortems.filter(({ data, pages }) =>
    step
      ? pages.en.structure.stepUses.some((use) => use.runbook === id && use.step === step)
      : data.runbooks.includes(id),
  );
}
