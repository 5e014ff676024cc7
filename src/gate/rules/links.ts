import { LANGUAGES } from '../../core/text/index.ts';
import type { Page, Runbook } from '../content.ts';
import type { Finding } from '../finding.ts';
import type { RuleFunction } from './rule.ts';

/** What a runbook can be linked at: steps, questions, evidence, claims, signatures. */
export function anchorsOf({ data, pages }: Runbook): Set<string> {
  const { steps, questions, evidence, claims } = pages.en.structure;
  const ids = [...steps, ...questions, ...evidence, ...claims].map(({ id }) => id);
  return new Set([...ids, ...data.signatures.map(({ id }) => id)]);
}

/** Every place that names another place of the content names one that exists. */
export const linksRule: RuleFunction = (content) => {
  const runbooks = new Map(content.runbooks.map((runbook) => [runbook.data.id, runbook]));
  return [
    ...content.runbooks.flatMap((runbook) => runbookLinks(runbook, runbooks)),
    ...content.postmortems.flatMap(({ pages, data, file, lineOf }) => [
      ...LANGUAGES.flatMap((language) => pageLinks(pages[language], undefined, runbooks)),
      ...LANGUAGES.flatMap((language) =>
        pages[language].structure.stepUses
          .filter(({ runbook, step }) => !exists(runbooks, runbook, step))
          .map(({ runbook, step, line }) => missing(pages[language].file, line, `${runbook}#${step}`)),
      ),
      ...data.runbooks.filter((id) => !runbooks.has(id)).map((id) => missing(file, lineOf(['runbooks']), id)),
    ]),
  ];
};

function runbookLinks(runbook: Runbook, runbooks: ReadonlyMap<string, Runbook>): Finding[] {
  const { data, file, lineOf } = runbook;
  const anchors = anchorsOf(runbook);
  const findings: Finding[] = [];
  for (const language of LANGUAGES) {
    const page = runbook.pages[language];
    findings.push(...pageLinks(page, runbook, runbooks));
    for (const step of page.structure.steps) {
      for (const { goto } of step.otherwise) {
        if (!isTarget(goto, anchors, runbooks)) findings.push(missing(page.file, step.line, goto));
      }
    }
    for (const { answers } of page.structure.questions) {
      for (const { to, line } of answers) {
        if (!isTarget(to, anchors, runbooks)) findings.push(missing(page.file, line, to));
      }
    }
    for (const { signature, line } of page.structure.harmless) {
      if (!anchors.has(signature)) findings.push(missing(page.file, line, signature));
    }
    for (const id of data.confused_with) {
      if (!page.head.tells[id]) {
        findings.push({
          file: page.file,
          line: 1,
          rule: 'links',
          message: `nothing tells \`${id}\` apart`,
          remedy: `add \`tells: { ${id}: … }\` to the head: the line or fact that decides`,
        });
      }
    }
  }
  data.signatures.forEach((signature, index) => {
    const steps = [
      { step: signature.step, path: ['step'] },
      ...signature.tails.map(({ step }, at) => ({ step, path: ['tails', at, 'step'] })),
    ];
    for (const { step, path } of steps.filter(({ step }) => !anchors.has(step))) {
      findings.push(missing(file, lineOf(['signatures', index, ...path]), step));
    }
  });
  for (const key of ['confused_with', 'follows'] as const) {
    for (const id of data[key].filter((one) => !runbooks.has(one)))
      findings.push(missing(file, lineOf([key]), id));
  }
  data.applies.forEach(({ reference }, index) => {
    if (!data.references.some(({ id }) => id === reference)) {
      findings.push(missing(file, lineOf(['applies', index, 'reference']), reference));
    }
  });
  return findings;
}

/** `goto="escalate"` leaves the runbook on purpose; `RUNBOOK-ID` and `RUNBOOK-ID#s-step` enter another. */
function isTarget(
  target: string,
  anchors: ReadonlySet<string>,
  runbooks: ReadonlyMap<string, Runbook>,
): boolean {
  if (target === 'escalate' || target === 'done' || anchors.has(target)) return true;
  const [id = '', step] = target.split('#');
  return exists(runbooks, id, step);
}

function exists(runbooks: ReadonlyMap<string, Runbook>, id: string, anchor: string | undefined): boolean {
  const runbook = runbooks.get(id);
  return runbook !== undefined && (anchor === undefined || anchorsOf(runbook).has(anchor));
}

/** Links in prose: `#s-…` on the page, `/r/<ID>/#s-…` to another runbook, or an address outside. */
function pageLinks(
  { file, structure }: Page<unknown>,
  runbook: Runbook | undefined,
  runbooks: ReadonlyMap<string, Runbook>,
): Finding[] {
  return structure.links.flatMap(({ url, line }): Finding[] => {
    if (url.startsWith('https://')) return [];
    if (url.startsWith('#') && runbook && anchorsOf(runbook).has(url.slice(1))) return [];
    const [, id, anchor] = /^\/r\/([A-Z0-9-]+)\/(?:#(.+))?$/.exec(url) ?? [];
    if (id && exists(runbooks, id, anchor)) return [];
    return [missing(file, line, url)];
  });
}

const missing = (file: string, line: number, target: string): Finding => ({
  file,
  line,
  rule: 'links',
  message: `\`${target}\` does not exist`,
  remedy:
    'mend the spelling; a place of this page is `#s-…`, another runbook `/r/<ID>/#s-…`, others `https://…`',
});
