import { type TemplateResult, render } from 'lit-html';

/** Tells a widget that something happened; the widget's update makes the next state of it. */
export type Send<Event> = (event: Event) => void;

/**
 * A widget without its element: state in, picture out. `update` and `view` are pure, so they are tested without a
 * browser; what touches the world (a worker, the clipboard) is `effect`, which answers by sending another event.
 */
export interface Widget<State, Event> {
  /** The first state, from what stands in the page. */
  readonly start: (host: HTMLElement) => State;
  readonly update: (state: State, event: Event) => State;
  readonly view: (state: State, send: Send<Event>) => TemplateResult;
  readonly effect?: (event: Event, state: State, send: Send<Event>, host: HTMLElement) => void;
  /** Listens to what the page holds beside the drawn region, once. Returns nothing: the element lives with the page. */
  readonly connect?: (host: HTMLElement, send: Send<Event>) => void;
}

/**
 * Defines the custom element `tag` for a widget. The page's own markup stays in the element (label, text area, worked
 * example: readable before any script and without one); the picture is drawn into its `[data-result]`.
 */
export function defineWidget<State, Event>(tag: string, widget: Widget<State, Event>): void {
  if (customElements.get(tag)) return;
  customElements.define(
    tag,
    class extends HTMLElement {
      #connected = false;

      connectedCallback(): void {
        if (this.#connected) return;
        this.#connected = true;
        const region = this.querySelector<HTMLElement>('[data-result]');
        let state = widget.start(this);
        const draw = (): void => {
          if (region) render(widget.view(state, send), region);
        };
        const send: Send<Event> = (event) => {
          state = widget.update(state, event);
          draw();
          widget.effect?.(event, state, send, this);
        };
        widget.connect?.(this, send);
        draw();
      }
    },
  );
}

/** A burst of keys is one question. */
const TYPING_PAUSE_MS = 150;

/** Sends the text of the widget's `textarea` when it changes, and that of a button's `data-sample` when it is pressed. */
export function connectTextArea(host: HTMLElement, onText: (text: string) => void): void {
  const area = host.querySelector('textarea');
  if (!area) return;
  let typing: ReturnType<typeof setTimeout> | undefined;
  area.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => onText(area.value), TYPING_PAUSE_MS);
  });
  for (const button of host.querySelectorAll<HTMLButtonElement>('button[data-sample], button[data-clear]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      area.value = button.dataset['sample'] ?? '';
      onText(area.value);
      area.focus();
    });
  }
  if (area.value !== '') onText(area.value);
}
