import {
  type Head,
  type Pack,
  type PackNoise,
  type PackRunbook,
  PACK_FORMAT,
  apartWords,
} from '../core/match/index.ts';
import type { Where } from '../core/runbook/index.ts';
import { LANGUAGES } from '../core/text/index.ts';
import type { Content, Runbook } from './content.ts';
import type { NoiseEntry } from './noise.ts';

/** Compiles the content to the pack that site, worker and command line share. Takes checked content only. */
export function buildPack(content: Content): Pack {
  const explainedBy = new Map(
    content.noise.flatMap(({ data }) => data.adopts.map((signature) => [signature, data.id] as const)),
  );
  return {
    format: PACK_FORMAT,
    runbooks: content.runbooks.map((runbook) => toPackRunbook(runbook, explainedBy)),
    noise: content.noise.map(toPackNoise),
  };
}

function toPackNoise({ data }: NoiseEntry): PackNoise {
  const [en, zh] = LANGUAGES.map((language) =>
    data.unless.map(({ when }) => when[language]).join(language === 'en' ? '; ' : '；'),
  );
  return {
    id: data.id,
    title: data.title,
    unless: { en: en ?? '', zh: zh ?? '' },
    heads: data.heads.map(({ pattern, versions }) => ({ pattern, versions })),
    except: data.except,
    ...(data.level ? { level: data.level } : {}),
  };
}

function toPackRunbook(runbook: Runbook, explainedBy: ReadonlyMap<string, string>): PackRunbook {
  const { data, slug, pages } = runbook;
  const { en, zh } = pages;
  return {
    id: data.id,
    slug,
    title: { en: en.head.title, zh: zh.head.title },
    summary: { en: en.head.summary, zh: zh.head.summary },
    severity: data.severity,
    versions: data.versions,
    variables: data.vars.map(({ name }) => name),
    steps: en.structure.steps.map((step) => ({
      id: step.id,
      title: {
        en: step.title,
        zh: zh.structure.steps.find(({ id }) => id === step.id)?.title ?? step.title,
      },
      danger: step.danger,
      timebox: step.timebox,
      commands: step.commands.map(({ where, shell, code }) => ({ where: where as Where, shell, code })),
    })),
    ...(data.follows.length > 0 ? { follows: data.follows } : {}),
    ...(data.confused_with.length > 0
      ? {
          tells: Object.fromEntries(
            data.confused_with.map((id) => [
              id,
              { en: en.head.tells[id] ?? '', zh: zh.head.tells[id] ?? '' },
            ]),
          ),
        }
      : {}),
    signatures: data.signatures.map((signature) => ({
      id: signature.id,
      role: signature.role,
      heads: signature.heads.map((head) => withApart(head, negativesOf(runbook, signature))),
      ...(signature.stack.length > 0 ? { stack: signature.stack } : {}),
      ...(signature.fact ? { fact: signature.fact } : {}),
      tails: signature.tails.map((tail) => ({ ...tail, why: why(tail.id) })),
      ...(signature.level ? { level: signature.level } : {}),
      ...(signature.versions ? { versions: signature.versions } : {}),
      step: signature.step,
      why: why(signature.id),
      ...noise(signature.id),
    })),
  };

  function noise(id: string): { noise?: string } {
    const entry = explainedBy.get(`${data.id}#${id}`);
    return entry ? { noise: entry } : {};
  }

  function why(id: string): { en: string; zh: string } {
    return { en: en.head.why[id] ?? '', zh: zh.head.why[id] ?? '' };
  }
}

/** The texts that a signature must not match. */
const negativesOf = ({ samples }: Runbook, { miss }: Runbook['data']['signatures'][number]): string[] =>
  miss.map((sample) => (typeof sample === 'string' ? (samples.get(sample) ?? '') : sample.text));

function withApart(head: Head, negatives: readonly string[]): Head {
  const apart = apartWords(head.pattern, negatives);
  return apart.length > 0 ? { ...head, apart } : head;
}
