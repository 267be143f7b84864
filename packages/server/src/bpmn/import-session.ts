/** What one import gathers on its way: ids that are taken, refusals, suggestions. */
import type { ModdleElement } from 'bpmn-moddle';
import { oneLine, refusal, type BpmnRefusal, type BpmnRefusalCode } from './refusals.ts';
import type { Suggestion, SuggestionCode } from './suggestion.ts';

export class ImportSession {
  readonly refusals: BpmnRefusal[] = [];
  readonly suggestions: Suggestion[] = [];
  /** Of flow nodes that are drawn in a lane, by element id. */
  readonly lanes = new Map<string, string>();
  readonly #taken = new Set<string>();

  refuse(code: BpmnRefusalCode, element: ModdleElement, other = ''): undefined {
    const isKnown = this.refusals.some(
      (known) => known.code === code && known.params.elementId === element.id,
    );
    if (!isKnown) this.refusals.push(refusal(code, element, other));
    return undefined;
  }

  suggest(code: SuggestionCode, node: { readonly id: string; readonly name: string }, other = '') {
    this.suggestions.push({ code, nodeId: node.id, name: node.name, other });
  }

  /** An id that a pack accepts and that nobody has: the wanted one where possible. */
  idFor(wanted: string): string {
    const plain = wanted
      .replace(/[^A-Za-z0-9_-]/gu, '-')
      .replace(/^[_-]+/u, '')
      .slice(0, 56);
    const base = plain === '' ? 'node' : plain;
    let id = base;
    for (let n = 2; this.#taken.has(id); n += 1) id = `${base}-${n}`;
    this.#taken.add(id);
    return id;
  }

  /** An id that our own export wrote: kept as it is unless somebody copied the element. */
  keptId(wanted: string): string {
    if (this.#taken.has(wanted)) return this.idFor(wanted);
    this.#taken.add(wanted);
    return wanted;
  }

  /** In one line and of a length that a pack accepts; the id where there is none. */
  nameOf(element: ModdleElement, id: string): string {
    const name = oneLine(element.name).slice(0, MOST_LETTERS);
    if (name !== '') return name;
    this.suggest('name-missing', { id, name: id });
    return id;
  }
}

const MOST_LETTERS = 200;
