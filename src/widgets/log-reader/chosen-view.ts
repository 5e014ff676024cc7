import { type TemplateResult, html, nothing } from 'lit-html';
import type { LogEntry } from '../../core/log/index.ts';
import { type Language, drawable } from '../../core/text/index.ts';
import type { Place } from './places.ts';
import { say } from './words.ts';

/** One record whole: its message, its fields, and what was around it. */
export function chosenView(entry: LogEntry, places: readonly Place[], language: Language): TemplateResult {
  const { message, fields, layers, errors } = entry;
  return html`<div class="log-chosen">
    <pre tabindex="0"><code>${message.split('\n').map(drawable).join('\n')}</code></pre>
    ${
      errors.length > 0
        ? html`<p>${say('errors', language)}</p>
            <ol class="log-errors">
              ${errors.map(
                ({ text, code, innermost }) =>
                  html`<li class=${innermost ? 'innermost' : ''}>
                    <code>${drawable(text)}</code>
                    ${code ? html`<span class="badge">${code}</span>` : nothing}
                    ${innermost ? html`<span class="badge">${say('innermost', language)}</span>` : nothing}
                  </li>`,
              )}
            </ol>`
        : nothing
    }
    ${
      fields.length > 0
        ? html`<p>${say('fields', language)}</p>
            <dl>
              ${fields.map(
                ({ key, value }) =>
                  html`<dt><code>${drawable(key)}</code></dt>
                    <dd><code>${drawable(value)}</code></dd>`,
              )}
            </dl>`
        : nothing
    }
    ${
      places.length > 0
        ? html`<p>${say('places', language)}</p>
            <ul>
              ${places.map(
                ({ path, link, releases }) =>
                  html`<li>
                    <a href=${link} rel="noreferrer" target="_blank"><code>${path}</code></a>
                    <span class="muted">Kubernetes ${releases.join(', ')}</span>
                  </li>`,
              )}
            </ul>`
        : nothing
    }
    ${
      layers.length > 0
        ? html`<p class="muted">
            ${say('layers', language)}:
            ${layers.map((layer, index) => html`${index > 0 ? ' → ' : ''}<code>${layerWords(layer)}</code>`)}
          </p>`
        : nothing
    }
  </div>`;
}

function layerWords({
  kind,
  namespace,
  pod,
  container,
  service,
  host,
  stream,
}: LogEntry['layers'][number]): string {
  const who = [namespace, pod, container, service, host, stream].filter(Boolean).join('/');
  return drawable(who === '' ? kind : `${kind} ${who}`);
}
