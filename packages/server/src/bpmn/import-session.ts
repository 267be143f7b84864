/** What one import gathers on its way: ids that are taken, refusals, suggestions. */
import type { ModdleElement } from 'bpmn-moddle';
import { oneLine, refusal, type BpmnRefusal, type BpmnRefusalCode } from './refusals.ts';

export type SuggestionCode =
  | 'post'
  | 'condition-needed'
  | 'default-chosen'
  | 'was-automatic'
  | 'was-message'
  | 'started-by-message'
  | 'was-repeated'
  | 'was-empty'
  | 'called-item'
  | 'return-by-reject'
  | 'name-missing';

/** What a person should look at before the flow is used; nothing of it changes the order. */
export interface Suggestion {
  readonly code: SuggestionCode;
  readonly nodeId: string;
  readonly name: string;
  /** The lane, the line's name, the item called, the condition that was left out. */
  readonly other: string;
}

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
