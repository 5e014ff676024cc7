import type { SignatureTrial } from '../../core/match/index.ts';
import type { Language } from '../../core/text/index.ts';
import type { DraftedFields } from './job.ts';

/** What an author has written. */
export interface Fields {
  readonly heads: string;
  readonly tails: string;
  readonly lines: string;
}

export const FIELDS = ['heads', 'tails', 'lines'] as const satisfies readonly (keyof Fields)[];

export interface TesterState {
  readonly language: Language;
  readonly fields: Fields;
  readonly shown?: SignatureTrial;
  /** The fields have changed since what is shown was tried. */
  readonly stale: boolean;
  readonly failed?: string;
  /** A draft was asked for, and there is none. */
  readonly noDraft: boolean;
}

export type TesterEvent =
  | { readonly type: 'fields'; readonly fields: Fields }
  | { readonly type: 'draft' }
  | { readonly type: 'drafted'; readonly draft: DraftedFields | undefined }
  | { readonly type: 'tried'; readonly trial: SignatureTrial }
  | { readonly type: 'failed'; readonly message: string };

const NO_FIELDS: Fields = { heads: '', tails: '', lines: '' };

export const emptyState = (language: Language): TesterState => ({
  language,
  fields: NO_FIELDS,
  stale: false,
  noDraft: false,
});

/** Whether there is anything to try. */
export const isEmpty = ({ heads, lines }: Fields): boolean => heads.trim() === '' && lines.trim() === '';

export function update(state: TesterState, event: TesterEvent): TesterState {
  switch (event.type) {
    case 'fields': {
      const { language } = state;
      if (isEmpty(event.fields)) return { ...emptyState(language), fields: event.fields };
      return { ...state, fields: event.fields, stale: true, noDraft: false };
    }
    case 'draft':
      return { ...state, noDraft: false };
    case 'drafted': {
      const fields = event.draft ? { ...state.fields, ...event.draft } : state.fields;
      return { ...state, fields, noDraft: event.draft === undefined, stale: event.draft !== undefined };
    }
    case 'tried': {
      if (isEmpty(state.fields)) return state;
      const { failed: _, ...rest } = state;
      return { ...rest, shown: event.trial, stale: false };
    }
    case 'failed':
      return { ...state, failed: event.message, stale: false };
  }
}
