/**
 * Case steps per second, three ways on one database: (a) the product over HTTP, (b) a bare Fastify
 * route that writes the same rows, (c) the statement alone. Short rounds of each in turn, and
 * ratios within a round, so that whatever else the machine does weighs on all three.
 */
import { randomUUID } from 'node:crypto';
import type { CaseSupply } from './case-supply.ts';
import { runLoad, type LoadRequest } from './load.ts';
import type { References } from './references.ts';
import { quantile, ratios, spreadOf, type Spread } from './statistics.ts';
import { approval, type StepPlan } from './step-plan.ts';

export interface StepFigures {
  readonly clients: number;
  /** Steps per second. */
  readonly product: Spread;
  readonly bare: Spread;
  readonly sql: Spread;
  readonly productOfBare: Spread;
  readonly productOfSql: Spread;
  /** Of the product's answers, over all rounds. */
  readonly latencyMs: { readonly p50: number; readonly p99: number };
}

export interface StepsInput {
  readonly supply: CaseSupply;
  readonly plan: StepPlan;
  readonly references: References;
  readonly program: { readonly host: string; readonly port: number };
  /** By post. */
  readonly cookies: ReadonlyMap<string, string>;
  readonly clientCounts: readonly number[];
  readonly rounds: number;
  readonly secondsPerRound: number;
  readonly onProgress: (line: string) => void;
}

type Way = 'product' | 'bare' | 'sql';

/** Nothing is known of a way's speed before its first round, which is not counted. */
const firstGuessPerSecond = 2_500;
/** A round that runs out of cases ends early, which costs precision and nothing else. */
const spareShare = 1.4;

export async function measureSteps(input: StepsInput): Promise<StepFigures[]> {
  const rate = createWays(input);
  for (const way of ways(0)) await rate(way, Math.max(...input.clientCounts)); // warm, uncounted
  const figures: StepFigures[] = [];
  for (const clients of input.clientCounts) {
    figures.push(await measureClients(input, rate, clients));
  }
  return figures;
}

/** Each goes first in turn. */
function ways(round: number): Way[] {
  const all: Way[] = ['product', 'bare', 'sql'];
  return all.map((_, i) => all[(i + round) % all.length] ?? 'product');
}

interface Rate {
  readonly perSecond: number;
  readonly latenciesMs: readonly number[];
}

async function measureClients(
  { rounds, onProgress }: StepsInput,
  rate: (way: Way, clients: number) => Promise<Rate>,
  clients: number,
): Promise<StepFigures> {
  const rates: Record<Way, number[]> = { product: [], bare: [], sql: [] };
  const latenciesMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const way of ways(round)) {
      const found = await rate(way, clients);
      rates[way].push(found.perSecond);
      if (way === 'product') for (const ms of found.latenciesMs) latenciesMs.push(ms);
    }
    const [product, bare, sql] = (['product', 'bare', 'sql'] as const).map((way) =>
      Math.round(rates[way].at(-1) ?? 0),
    );
    onProgress(`${clients} clients, round ${round + 1}: ${product} of ${bare} of ${sql} steps/s`);
  }
  return {
    clients,
    product: spreadOf(rates.product),
    bare: spreadOf(rates.bare),
    sql: spreadOf(rates.sql),
    productOfBare: spreadOf(ratios(rates.product, rates.bare)),
    productOfSql: spreadOf(ratios(rates.product, rates.sql)),
    latencyMs: { p50: quantile(latenciesMs, 0.5), p99: quantile(latenciesMs, 0.99) },
  };
}

function createWays(input: StepsInput): (way: Way, clients: number) => Promise<Rate> {
  const { supply, plan, references, program, secondsPerRound: seconds } = input;
  const fastest: Record<Way, number> = { product: 0, bare: 0, sql: 0 };
  const overHttp = async (port: number, clients: number, requestOf: RequestOf): Promise<Rate> => {
    const requestsOf = (): (() => LoadRequest | undefined) => walk(supply, plan, requestOf);
    const load = { host: program.host, port, clients, seconds, requestsOf };
    const { requests, seconds: took, latenciesMs } = await runLoad(load);
    return { perSecond: requests / took, latenciesMs };
  };
  const run = async (way: Way, clients: number, cases: number): Promise<Rate> => {
    if (way === 'product') return overHttp(program.port, clients, productRequest(input));
    if (way === 'bare') return overHttp(references.barePort, clients, bareRequest(input));
    const caseIds = Array.from({ length: cases }, () => supply.take() ?? '');
    const result = await references.runSqlLoop({ clients, seconds, caseIds });
    return { perSecond: result.statements / result.seconds, latenciesMs: [] };
  };
  return async (way, clients) => {
    const expected = (fastest[way] || firstGuessPerSecond) * seconds * spareShare;
    const cases = Math.ceil(expected / plan.steps.length) + clients;
    await supply.ensure(cases);
    const rate = await run(way, clients, cases);
    fastest[way] = Math.max(fastest[way], rate.perSecond);
    return rate;
  };
}

type RequestOf = (caseId: string, step: number) => LoadRequest;

/** One client's work: case after case, each through all its steps. */
function walk(
  supply: CaseSupply,
  plan: StepPlan,
  requestOf: RequestOf,
): () => LoadRequest | undefined {
  let caseId: string | undefined;
  let step = plan.steps.length;
  return () => {
    if (step >= plan.steps.length) {
      caseId = supply.take();
      step = 0;
    }
    if (caseId === undefined) return undefined;
    step += 1;
    return requestOf(caseId, step - 1);
  };
}

function productRequest({ plan, cookies }: StepsInput): RequestOf {
  const prepared = plan.steps.map(({ post, taskId }) => ({
    cookie: cookies.get(post) ?? '',
    body: JSON.stringify(approval(taskId)),
  }));
  return (caseId, step) => {
    const { cookie = '', body = '' } = prepared[step] ?? {};
    const headers = { cookie, 'idempotency-key': randomUUID() };
    return { method: 'POST', path: `/api/cases/${caseId}/commands`, headers, body };
  };
}

/** The same bytes to send and to parse. */
function bareRequest(input: StepsInput): RequestOf {
  const requestOf = productRequest(input);
  return (caseId, step) => ({
    ...requestOf(caseId, step),
    path: `/cases/${caseId}/steps/${step}`,
  });
}
