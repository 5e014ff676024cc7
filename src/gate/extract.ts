import type { Danger, Where } from '../core/runbook/index.ts';
import { type MdxNode, attribute, elements, lineOf, plainText, walk } from './mdx.ts';

/** A command of a step, a rollback or a verification. */
export interface CommandText {
  readonly where: string;
  readonly shell: string;
  readonly code: string;
  readonly line: number;
}

export interface Expectation {
  /** A piece of the output that decides, if there is one. */
  readonly match?: string;
  readonly text: string;
}

/** A step as its MDX says it. */
export interface StepText {
  readonly id: string;
  readonly title: string;
  readonly danger: Danger;
  readonly timebox: string;
  readonly line: number;
  readonly commands: readonly CommandText[];
  readonly expectations: readonly Expectation[];
  readonly otherwise: readonly { readonly goto: string; readonly text: string }[];
  readonly rollback?: { readonly text: string; readonly commands: readonly CommandText[] };
  readonly noRollback?: string;
  /** Who notices, for a step that others feel. */
  readonly notice?: string;
  readonly widgets: readonly string[];
  readonly backup?: string;
  readonly text: string;
}

/** Everything of one language's MDX that rules, search and exports need. */
export interface Structure {
  readonly steps: readonly StepText[];
  readonly commands: readonly CommandText[];
  readonly evidence: readonly { id: string; sample: string; lines: string; line: number }[];
  readonly claims: readonly {
    id: string;
    confidence: string;
    evidence: string;
    refs: string;
    line: number;
    text: string;
  }[];
  readonly questions: readonly {
    id: string;
    answers: readonly { to: string; line: number }[];
    line: number;
  }[];
  readonly harmless: readonly { signature: string; unless: string; line: number; text: string }[];
  /** The components of the page, in order. */
  readonly sections: readonly { name: string; line: number; text: string }[];
  readonly links: readonly { url: string; line: number }[];
  readonly images: readonly { line: number }[];
  /** Recordings that the page plays. */
  readonly terminals: readonly { file: string; line: number }[];
  readonly stepUses: readonly { runbook: string; step: string; line: number }[];
  /** The widgets of the page, in a step or not. */
  readonly widgets: readonly string[];
}

/** Widgets that a page can embed: a step that has one needs no command to be a diagnosis. */
export const WIDGETS = [
  'ApiServiceReader',
  'DelveRebuilder',
  'DialErrors',
  'HealthChecks',
  'KubeletFlags',
  'LogReader',
  'LogVisibility',
  'LoopbackPicker',
  'ReachabilityBoard',
  'ResolverSimulator',
  'SignatureTester',
  'StackReader',
  'Terminal',
  'VersionSkew',
] as const;

export type WidgetName = (typeof WIDGETS)[number];

/** Reads the structure out of an MDX tree. What is missing is empty here and found by the rules. */
export function extractStructure(root: MdxNode): Structure {
  return {
    steps: elements(root, 'Step').map(readStep),
    commands: elements(root, 'Cmd').map(readCommand),
    evidence: elements(root, 'Evidence').map((node) => ({
      id: attribute(node, 'id') ?? '',
      sample: attribute(node, 'sample') ?? '',
      lines: attribute(node, 'lines') ?? '',
      line: lineOf(node),
    })),
    claims: elements(root, 'Claim').map((node) => ({
      id: attribute(node, 'id') ?? '',
      confidence: attribute(node, 'confidence') ?? '',
      evidence: attribute(node, 'evidence') ?? '',
      refs: attribute(node, 'refs') ?? '',
      line: lineOf(node),
      text: plainText(node),
    })),
    questions: elements(root, 'Q').map((node) => ({
      id: attribute(node, 'id') ?? '',
      line: lineOf(node),
      answers: elements(node, 'A').map((answer) => ({
        to: attribute(answer, 'to') ?? '',
        line: lineOf(answer),
      })),
    })),
    harmless: elements(root, 'Harmless').map((node) => ({
      signature: attribute(node, 'signature') ?? '',
      unless: attribute(node, 'unless') ?? '',
      line: lineOf(node),
      text: plainText(node),
    })),
    sections: (root.children ?? [])
      .filter(({ type }) => type === 'mdxJsxFlowElement')
      .map((node) => ({ name: node.name ?? '', line: lineOf(node), text: plainText(node) })),
    links: [...walk(root)]
      .filter(({ type }) => type === 'link')
      .map((node) => ({ url: node.url ?? '', line: lineOf(node) })),
    images: [...walk(root)].filter(({ type }) => type === 'image').map((node) => ({ line: lineOf(node) })),
    terminals: elements(root, 'Terminal').map((node) => ({
      file: attribute(node, 'file') ?? '',
      line: lineOf(node),
    })),
    stepUses: elements(root, 'StepUsed').map((node) => ({
      runbook: attribute(node, 'runbook') ?? '',
      step: attribute(node, 'step') ?? '',
      line: lineOf(node),
    })),
    widgets: widgetsIn(root),
  };
}

const widgetsIn = (node: MdxNode): string[] => WIDGETS.filter((name) => elements(node, name).length > 0);

function readStep(node: MdxNode): StepText {
  const rollback = elements(node, 'Rollback')[0];
  const noRollback = elements(node, 'NoRollback')[0];
  const notice = elements(node, 'Notice')[0];
  const inRollback = new Set(rollback ? elements(rollback, 'Cmd') : []);
  const backup = attribute(node, 'backup');
  return {
    id: attribute(node, 'id') ?? '',
    title: attribute(node, 'title') ?? '',
    danger: Number(attribute(node, 'danger')) as Danger,
    timebox: attribute(node, 'timebox') ?? '',
    line: lineOf(node),
    commands: elements(node, 'Cmd')
      .filter((command) => !inRollback.has(command))
      .map(readCommand),
    expectations: elements(node, 'Expect').map((expect) => {
      const match = attribute(expect, 'match');
      return { ...(match ? { match } : {}), text: plainText(expect) };
    }),
    otherwise: elements(node, 'Else').map((otherwise) => ({
      goto: attribute(otherwise, 'goto') ?? '',
      text: plainText(otherwise),
    })),
    ...(rollback
      ? { rollback: { text: plainText(rollback), commands: elements(rollback, 'Cmd').map(readCommand) } }
      : {}),
    ...(noRollback ? { noRollback: attribute(noRollback, 'because') ?? '' } : {}),
    ...(notice ? { notice: attribute(notice, 'who') ?? '' } : {}),
    ...(backup ? { backup } : {}),
    widgets: widgetsIn(node),
    text: plainText(node),
  };
}

function readCommand(node: MdxNode): CommandText {
  const code = [...walk(node)].find(({ type }) => type === 'code');
  return {
    where: (attribute(node, 'where') ?? '') as Where,
    shell: code?.lang ?? '',
    code: code?.value ?? '',
    line: code ? lineOf(code) : lineOf(node),
  };
}
