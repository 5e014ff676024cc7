import {
  type VisibilityVerdict,
  auditFlags,
  logVisibility,
  outputWords,
  severityName,
  visibilityWords,
} from '../../core/flags/index.ts';
import { releaseName } from '../../core/kube/index.ts';
import { programName } from '../../core/shell/index.ts';
import type { ComponentInput } from '../component-model.ts';

const SEVERITIES = ['info', 'warning', 'error', 'fatal'] as const;

/** The table of severities and outputs, in the page's language. */
export interface VisibilityReport {
  readonly found: readonly { readonly program: string; readonly pid: number | undefined }[];
  readonly component: string;
  /** Empty if it is not known, and judged by the flags of 1.20. */
  readonly version: string;
  /** `klog v2.4.0`. */
  readonly library: string;
  readonly verdict: string;
  /** What the verdict says, for steps that react to it. */
  readonly finding: VisibilityVerdict;
  /** The heads of the columns. */
  readonly severities: readonly string[];
  readonly rows: readonly { readonly output: string; readonly reaches: readonly boolean[] }[];
  readonly directory: string;
  readonly verbosity: number;
  readonly noHeaders: boolean;
  readonly ignored: readonly string[];
}

/** Where the lines of the chosen component go. `undefined` if the paste has no flags. */
export function seeLines({ paste, settings, index, language }: ComponentInput): VisibilityReport | undefined {
  const { component, minor } = settings;
  const release = minor === undefined ? undefined : { minor };
  const audits = auditFlags(paste, { component, release });
  const chosen = audits[Math.min(index, audits.length - 1)];
  if (!chosen) return undefined;
  const seen = logVisibility(chosen.component, chosen.release, chosen.tokens);
  return {
    found: audits.map(({ read: { command } }) => ({ program: programName(command), pid: command.pid })),
    component: chosen.component,
    version: chosen.release ? releaseName(chosen.release) : '',
    library: seen.library.name === 'glog' ? 'glog' : `klog ${seen.library.version}`,
    verdict: visibilityWords(seen)[language],
    finding: seen.verdict,
    severities: SEVERITIES.map(severityName),
    rows: seen.outputs.map((output) => ({
      output: outputWords(output)[language],
      reaches: SEVERITIES.map((severity) => output.takes.includes(severity)),
    })),
    directory: seen.directory ?? '',
    verbosity: seen.verbosity,
    noHeaders: seen.header === 'none',
    ignored: seen.ignored.map((name) => `--${name}`),
  };
}

/** The table's jobs. */
export const jobs = { seeLines };
