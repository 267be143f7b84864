/**
 * A model run by bpmn-engine, for comparison with the kernel. Read by tests only.
 *
 * The engine (25.0.1) has a peculiarity that was found here: a gateway that merges does not wait
 * for its other lines but passes the "discard" of the dead ones on, so that a parallel join behind
 * it fires while a task before it is still open, and an inclusive join fires for every token. With
 * `mergesWait` merges are handed to it as parallel gateways, which in this engine wait until each
 * line is taken or dead: what BPMN means by a merge, in a structured model. Flows without such
 * merges inside a split run on the engine as it is.
 */
import { EventEmitter } from 'node:events';
import { Engine } from 'bpmn-engine';

export interface EngineOptions {
  readonly mergesWait: boolean;
  /** Whether a condition holds; undefined of a text that is none, such as a message's name. */
  readonly holds: (condition: string) => boolean | undefined;
  /** Whether a step of several is decided by these votes. */
  readonly isDecided?: (condition: string, votes: readonly unknown[]) => boolean;
}

/** One thing that the engine waits for. */
export interface Waiting {
  readonly elementId: string;
  /** Of several at once or in turn, which; 0 for the only one. */
  readonly index: number;
}

export interface NamedWaiting extends Waiting {
  readonly name: string;
}

interface ElementApi {
  readonly id: string;
  readonly name?: string;
  readonly content: { readonly index?: number };
  signal(message?: unknown): void;
  cancel(): void;
}

interface ServiceActivity {
  readonly id: string;
  readonly name?: string;
  readonly type: string;
  readonly behaviour: { Service?: unknown };
}

export class EngineRun {
  isEnded = false;
  #failure: Error | undefined;
  #waiting: (NamedWaiting & { readonly go: (vote: unknown) => void })[] = [];

  /** @throws Error where the engine cannot run the model */
  static async start(source: string, options: EngineOptions): Promise<EngineRun> {
    const run = new EngineRun();
    const engine = new Engine({
      name: 'comparison',
      source: withoutPicture(options.mergesWait ? withWaitingMerges(source) : source),
      Logger: () => silent,
      settings: { disableTrackState: true },
      expressions: expressionsOf(options),
      extensions: { service: (activity) => run.#serve(activity as ServiceActivity) },
    });
    engine.on('end', () => {
      run.isEnded = true;
    });
    engine.on('error', (error: Error) => {
      run.#failure = error;
    });
    await engine.execute({ listener: run.#listener() });
    run.#check();
    return run;
  }

  open(): NamedWaiting[] {
    return this.#waiting
      .map(({ elementId, index, name }) => ({ elementId, index, name }))
      .toSorted((a, b) => compare(a.elementId, b.elementId) || a.index - b.index);
  }

  /** @throws Error where the engine does not wait for it */
  finish(elementId: string, index = 0, vote: unknown = {}): void {
    const found = this.#waiting.find((w) => w.elementId === elementId && w.index === index);
    if (found === undefined) throw new Error(`the engine does not wait for ${elementId}`);
    this.#waiting = this.#waiting.filter((waiting) => waiting !== found);
    found.go(vote);
    this.#check();
  }

  #check(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  #listener(): EventEmitter {
    const listener = new EventEmitter();
    const wait = ({ id, name, content }: ElementApi, go: (vote: unknown) => void): void => {
      const index = content.index ?? 0;
      this.#waiting.push({ elementId: id, name: nameOf(name, id), index, go });
    };
    listener.on('activity.wait', (api: ElementApi) => wait(api, (vote) => api.signal(vote)));
    listener.on('activity.call', (api: ElementApi) => wait(api, (vote) => api.signal(vote)));
    listener.on('activity.timer', (api: ElementApi) => wait(api, () => api.cancel()));
    // A decided step closes the tasks of those who have not voted.
    listener.on('activity.leave', ({ id }: ElementApi) => {
      this.#waiting = this.#waiting.filter(({ elementId }) => elementId !== id);
    });
    return listener;
  }

  /** What the system does takes its time, as in the kernel: a document is made after the act. */
  #serve(activity: ServiceActivity): { activate: () => void; deactivate: () => void } {
    const nothing = { activate: ignore, deactivate: ignore };
    if (!/(?:Service|Send|Script|BusinessRule)Task$/u.test(activity.type)) return nothing;
    const execute = (_message: unknown, done: () => void): void => {
      const { id, name } = activity;
      this.#waiting.push({ elementId: id, name: nameOf(name, id), index: 0, go: () => done() });
    };
    activity.behaviour.Service = function Service() {
      return { execute };
    };
    return nothing;
  }
}

function nameOf(name: string | undefined, id: string): string {
  return (name ?? '').replace(/\s+/gu, ' ').trim() || id;
}

function expressionsOf({ holds, isDecided }: EngineOptions) {
  return {
    isExpression: () => true,
    hasExpression: () => true,
    resolveExpression(text: unknown, scope?: { readonly content?: object }): unknown {
      if (typeof text !== 'string') return text;
      if (/^\d+$/u.test(text)) return Number(text);
      const { content } = scope ?? {};
      const votes = content !== undefined && 'loopOutput' in content ? content.loopOutput : [];
      if (!Array.isArray(votes) || votes.length === 0) return holds(text) ?? text;
      return isDecided?.(text, votes.filter(Boolean)) ?? false;
    },
  };
}

/** Half of the file, and nothing that the engine reads. */
function withoutPicture(source: string): string {
  return source.replace(/<bpmndi:BPMNDiagram.*<\/bpmndi:BPMNDiagram>/su, '');
}

const ignore = (): void => undefined;
const silent = { debug: ignore, error: ignore, warn: ignore };

/** In this engine a parallel gateway waits for each of its lines, taken or dead. */
function withWaitingMerges(source: string): string {
  const merge =
    /<(\w+:)?(?:exclusive|inclusive)Gateway ([^>]*[^/])>(.*?)<\/(?:\w+:)?\w+Gateway>/gsu;
  return source.replace(merge, (whole, prefix: string | undefined, attributes: string, inside) => {
    const [incoming, outgoing] = [
      count(String(inside), 'incoming'),
      count(String(inside), 'outgoing'),
    ];
    if (incoming < 2 || outgoing !== 1) return whole;
    const tag = `${prefix ?? ''}parallelGateway`;
    return `<${tag} ${attributes}>${String(inside)}</${tag}>`;
  });
}

function count(text: string, tag: string): number {
  return text.split(`${tag}>`).length >> 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
