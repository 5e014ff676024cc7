import { z } from 'zod';
import { FACT_KINDS } from '../core/match/index.ts';

/** Ids are ASCII, so that they stand unescaped in addresses and chats. */
export const id = (prefix: string): z.ZodString =>
  z
    .string()
    .regex(
      new RegExp(`^${prefix}-[a-z0-9]+(-[a-z0-9]+)*$`),
      `expected an id such as \`${prefix}-some-words\``,
    );

export const runbookId = z
  .string()
  .regex(/^[A-Z]+(-[A-Z]+)+-\d{3}$/, 'expected an id such as `APISRV-BOOT-001`');

export const versionRange = z
  .string()
  .regex(/^\d+\.\d+\.\d+-\d+\.\d+\.\d+$/, 'expected a range of releases such as `1.20.0-1.20.15`');

/** Words that a page shows: in both languages, or plain where they are only names and versions. */
const text = z.union([z.string(), z.strictObject({ en: z.string(), zh: z.string() })]);

/** How a sample came to be; shown under evidence, so it is said in both languages. */
const made = z.strictObject({ en: z.string().min(10), zh: z.string().min(5) });

/** A text that a signature must match, or must not: a file in `samples/`, or one line written here. */
const sample = z.union([
  z.string(),
  z.strictObject({ text: z.string(), made: z.string().min(10, 'expected how the sample was made') }),
]);

/** Where a fact comes from. */
export const references = z
  .array(
    z.strictObject({
      id: id('ref'),
      title: z.string(),
      url: z.url(),
      /** What was read: a tag, a commit, a date. */
      at: z.string(),
    }),
  )
  .min(1);

const signature = z.strictObject({
  id: id('sig'),
  role: z.enum(['cause', 'consequence', 'noise', 'info']),
  heads: z
    .array(z.strictObject({ pattern: z.string(), versions: z.array(versionRange).default([]) }))
    .default([]),
  /** Calls from the innermost on, `...` where others may stand between; several are alternatives. */
  stack: z.array(z.array(z.string()).min(1)).default([]),
  fact: z.strictObject({ kind: z.enum(FACT_KINDS), values: z.array(z.string()).default([]) }).optional(),
  tails: z.array(z.strictObject({ id: id('t'), pattern: z.string(), step: id('s') })).default([]),
  level: z.enum(['debug', 'info', 'warning', 'error', 'fatal']).optional(),
  /** Where they are others than the runbook's; `[]`: any release. */
  versions: z.array(versionRange).optional(),
  step: id('s'),
  hit: z.array(sample).min(2, 'expected at least two samples that match'),
  miss: z.array(sample).min(1, 'expected at least one near miss'),
  /** Slugs of runbooks whose samples this signature may take. */
  shared_with: z.array(z.string()).default([]),
});

/** What widgets must have found, by widget; the rule `reactions` knows the ids. */
const findings = z.record(z.string(), z.array(z.string()).min(1)).default({});

/** The kinds of variable, which decide what a value may look like. */
export const VARIABLE_TYPES = [
  'kubecontext',
  'hostname',
  'address',
  'name',
  'namespace',
  'path',
  'pid',
  'port',
] as const;

/** What fails, or what a line comes from. */
export const COMPONENTS = [
  'kube-apiserver',
  'kubelet',
  'kube-aggregator',
  'etcd',
  'containerd',
  'coredns',
] as const;

/** `runbook.yaml`: what has no language. */
export const runbookSchema = z.strictObject({
  id: runbookId,
  component: z.enum(COMPONENTS),
  phase: z.enum(['boot', 'join', 'steady', 'scale', 'upgrade', 'shutdown', 'debug']),
  mode: z.enum([
    'config',
    'version-bug',
    'resource',
    'network',
    'dns',
    'cert',
    'data',
    'dependency',
    'human',
    'noise',
  ]),
  kind: z.enum(['incident', 'noise', 'task', 'concept']),
  severity: z.enum(['sev1', 'sev2', 'sev3', 'sev4']),
  alerts: z.union([z.array(z.string()).min(1), z.strictObject({ none: z.string() })]),
  applies: z
    .array(
      z.strictObject({
        product: text,
        affected: z.array(text).min(1),
        fixed: z.string().nullable(),
        reference: id('ref'),
      }),
    )
    .min(1),
  /** Releases of Kubernetes that can be hit, for ranking; empty where the version does not decide. */
  versions: z.array(versionRange).default([]),
  signatures: z.array(signature).min(1),
  samples: z.array(
    z.strictObject({
      file: z.string(),
      made,
      /** Offered by the console to try. */
      try: z.boolean().default(false),
      /** Slugs of other runbooks whose signatures may match it. */
      also: z.array(z.string()).default([]),
    }),
  ),
  /** Recorded terminals in `casts/`. */
  casts: z
    .array(
      z.strictObject({
        file: z.string(),
        made,
        /** Told from a write-up, and not recorded. */
        reconstructed: z.boolean().default(false),
      }),
    )
    .default([]),
  confused_with: z.array(runbookId).default([]),
  /** Runbooks of which this trouble is a consequence: a cause of theirs in the same paste comes first. */
  follows: z.array(runbookId).default([]),
  vars: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z]+$/),
        type: z.enum(VARIABLE_TYPES),
        example: z.string(),
      }),
    )
    .default([]),
  /** Steps that react to what the widgets of the page find: to be done now, or not needed. */
  steps: z.array(z.strictObject({ id: id('s'), recommended: findings, spared: findings })).default([]),
  references,
  verified: z.array(
    z.strictObject({ on: text, date: z.string(), how: z.enum(['reproduced', 'desk', 'production']) }),
  ),
  owner: z.string(),
  sources: z.array(
    z.strictObject({
      kind: z.enum(['write-up', 'thread', 'source']),
      language: z.string(),
      title: z.string(),
    }),
  ),
  aliases: z.array(z.string()).default([]),
});

/** The head of `en.mdx` and `zh.mdx`: the words that stand outside the page's text. */
export const proseSchema = z.strictObject({
  title: z.string().max(90),
  summary: z.string().max(220),
  /** What people call it, for search. */
  aka: z.array(z.string()).min(2),
  /** Why each signature and tail means what it means, by id. */
  why: z.record(z.string(), z.string()),
  /** The label of each variable, by name. */
  vars: z.record(z.string(), z.string()).default({}),
  /** How to tell each of `confused_with` apart, by id. */
  tells: z.record(z.string(), z.string()).default({}),
});

/** `postmortem.yaml` */
export const postmortemSchema = z.strictObject({
  id: z.string().regex(/^PM-\d{4}-\d{3}$/, 'expected an id such as `PM-2022-001`'),
  /** Told from a write-up, with what the write-up does not say left open. */
  reconstructed: z.boolean(),
  date: text,
  runbooks: z.array(runbookId).min(1),
  severity: z.enum(['sev1', 'sev2', 'sev3', 'sev4']),
  sources: runbookSchema.shape.sources,
});

/** The head of a postmortem's `en.mdx` and `zh.mdx`. */
export const postmortemProseSchema = z.strictObject({
  title: z.string().max(90),
  summary: z.string().max(220),
});

/** A text in one language or in both. */
export type Text = z.infer<typeof text>;
export type RunbookData = z.infer<typeof runbookSchema>;
export type Prose = z.infer<typeof proseSchema>;
export type PostmortemData = z.infer<typeof postmortemSchema>;
export type PostmortemProse = z.infer<typeof postmortemProseSchema>;
