import {
  type CompiledPack,
  type Hit,
  compilePack,
  isPatternError,
  judge,
  parsePattern,
} from '../../core/match/index.ts';
import type { Runbook } from '../content.ts';
import type { Finding } from '../finding.ts';
import type { NoiseEntry } from '../noise.ts';
import { buildPack } from '../pack.ts';
import { anchorsOf } from './links.ts';
import { patternsRead } from '../patterns-read.ts';
import type { RuleFunction } from './rule.ts';

/** Noise hides what it takes: its wording has more literal text than that of a runbook needs. */
const MIN_NOISE_ANCHOR = 12;

/**
 * The noise registry explains lines away, so it must never take one that tells a cause. Each wording reads, is specific
 * and says where it was read; it matches its samples, and no entry takes a near miss of any other or a line that a
 * runbook calls a cause or a consequence.
 */
export const noiseRule: RuleFunction = (content) => {
  const broken = content.noise.flatMap((entry) => [
    ...wordings(entry),
    ...addresses(entry, content.runbooks),
    ...twice(entry, content.noise),
  ]);
  if (broken.length > 0 || !patternsRead(content)) return broken;
  const registry = compilePack(buildPack({ ...content, runbooks: [] }));
  const whole = compilePack(buildPack(content));
  return [
    ...content.noise.flatMap((entry) => samples(entry, registry, whole)),
    ...content.runbooks.flatMap((runbook) => hidden(runbook, whole)),
  ];
};

function wordings(entry: NoiseEntry): Finding[] {
  const { data, file } = entry;
  const findings: Finding[] = [];
  if (file !== `content/noise/${data.id}.yaml`) {
    findings.push(
      finding(entry, ['id'], `\`${data.id}\` stands in another file`, `call the file \`${data.id}.yaml\``),
    );
  }
  data.heads.forEach(({ pattern, reference }, index) => {
    const parsed = parsePattern(pattern);
    if (isPatternError(parsed)) {
      const remedy = 'see `src/core/match/pattern.ts` for the language';
      findings.push(finding(entry, ['heads', index, 'pattern'], parsed.message, remedy));
    } else if (parsed.anchor.text.length < MIN_NOISE_ANCHOR) {
      findings.push(
        finding(
          entry,
          ['heads', index, 'pattern'],
          `its longest literal \`${parsed.anchor.text}\` is shorter than ${MIN_NOISE_ANCHOR} characters`,
          'take more of the message: what is explained away must be this line and no other',
        ),
      );
    }
    if (!data.references.some(({ id }) => id === reference)) {
      findings.push(
        finding(
          entry,
          ['heads', index, 'reference'],
          `there is no reference \`${reference}\``,
          'add it to `references`, with file and tag',
        ),
      );
    }
  });
  if (data.heads.length === 0) return findings;
  if (data.hit.length < 2) {
    findings.push(
      finding(entry, ['hit'], 'expected at least two samples that match', 'add them, with `made`'),
    );
  }
  if (data.miss.length < 1) {
    findings.push(
      finding(
        entry,
        ['miss'],
        'expected at least one near miss',
        'add the line that is not harmless, with `made`',
      ),
    );
  }
  return findings;
}

function addresses(entry: NoiseEntry, runbooks: readonly Runbook[]): Finding[] {
  const byId = new Map(runbooks.map((runbook) => [runbook.data.id, runbook]));
  const findings: Finding[] = [];
  entry.data.unless.forEach(({ goto }, index) => {
    if (goto === undefined) return;
    const [id = '', anchor] = goto.split('#');
    const runbook = byId.get(id);
    if (runbook && (anchor === undefined || anchorsOf(runbook).has(anchor))) return;
    findings.push(
      finding(
        entry,
        ['unless', index, 'goto'],
        `\`${goto}\` does not exist`,
        'name a runbook, or a place in one: `APISRV-BOOT-001#s-tail`',
      ),
    );
  });
  entry.data.adopts.forEach((address, index) => {
    const [id = '', signature] = address.split('#');
    const own = byId.get(id)?.data.signatures.find((one) => one.id === signature);
    if (own?.role === 'noise') return;
    findings.push(
      finding(
        entry,
        ['adopts', index],
        own ? `\`${address}\` is no noise, but \`${own.role}\`` : `\`${address}\` does not exist`,
        'name a signature of a runbook with `role: noise`',
      ),
    );
  });
  entry.data.about.forEach((address, index) => {
    const [id = '', signature] = address.split('#');
    if (byId.get(id)?.data.signatures.some((one) => one.id === signature)) return;
    findings.push(
      finding(entry, ['about', index], `\`${address}\` does not exist`, 'name a signature of a runbook'),
    );
  });
  return findings;
}

function twice(entry: NoiseEntry, noise: readonly NoiseEntry[]): Finding[] {
  const before = noise.slice(0, noise.indexOf(entry));
  return entry.data.adopts.flatMap((address, index) => {
    const first = before.find(({ data }) => data.adopts.includes(address));
    if (!first) return [];
    const message = `\`${address}\` is explained by \`${first.data.id}\` already`;
    return [finding(entry, ['adopts', index], message, 'let one entry explain it')];
  });
}

function samples(entry: NoiseEntry, registry: CompiledPack, whole: CompiledPack): Finding[] {
  const { data } = entry;
  const findings: Finding[] = [];
  data.hit.forEach(({ text }, index) => {
    if (!takenBy(registry, text).includes(data.id)) {
      findings.push(
        finding(
          entry,
          ['hit', index],
          `does not match its own sample \`${short(text)}\``,
          'mend one of them',
        ),
      );
    }
    const guilty = judge(whole, text).hits.find(tellsSomething);
    if (guilty) {
      findings.push(
        finding(
          entry,
          ['hit', index],
          `\`${guilty.compiled.signature.id}\` of \`${guilty.compiled.runbook?.id}\` calls \`${short(text)}\` a ${guilty.compiled.signature.role}`,
          'a line is either: make one of the two more specific',
        ),
      );
    }
  });
  data.miss.forEach(({ text }, index) => {
    for (const taker of takenBy(registry, text)) {
      findings.push(
        finding(
          entry,
          ['miss', index],
          `\`${taker}\` takes \`${short(text)}\`, which is not harmless`,
          'make its wording more specific',
        ),
      );
    }
  });
  return findings;
}

/** Lines of a runbook's samples that tell its cause and that the registry would explain away. */
function hidden(runbook: Runbook, whole: CompiledPack): Finding[] {
  return runbook.data.signatures.flatMap((signature, index) =>
    signature.hit.flatMap((one): Finding[] => {
      const text = typeof one === 'string' ? (runbook.samples.get(one) ?? '') : one.text;
      const { hits } = judge(whole, text);
      const telling = new Set(hits.filter(tellsSomething).map(({ line }) => line));
      return hits
        .filter(({ compiled, line }) => compiled.noise && telling.has(line))
        .map(({ compiled, line }) => ({
          file: runbook.file,
          line: runbook.lineOf(['signatures', index, 'hit']),
          rule: 'noise',
          message: `\`${compiled.noise?.id}\` explains line ${line} of \`${short(text)}\` away, which tells a cause`,
          remedy: 'make the wording of that entry more specific',
        }));
    }),
  );
}

const tellsSomething = ({ compiled: { signature } }: Hit): boolean =>
  signature.role === 'cause' || signature.role === 'consequence';

/** The entries of the registry that take a line of the text. */
const takenBy = (registry: CompiledPack, text: string): string[] => [
  ...new Set(judge(registry, text).hits.flatMap(({ compiled }) => compiled.noise?.id ?? [])),
];

const short = (text: string): string => text.slice(0, 80);

const finding = (
  { file, lineOf }: NoiseEntry,
  path: readonly PropertyKey[],
  message: string,
  remedy: string,
): Finding => ({ file, line: lineOf(path), rule: 'noise', message, remedy });
