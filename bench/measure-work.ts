/** Work inside one process, each against a reference of the same run: deciding and documents. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { decide } from '../packages/kernel/src/case/index.ts';
import {
  createKeySigner,
  createRenderer,
  createRootAuthority,
  issueSealCertificate,
  sealPdf,
  type DocumentData,
} from '../packages/server/src/documents/index.ts';
import { acceptedCase, openTaskOf, staffIn, type Office } from './accepted-case.ts';
import { ratios, spreadOf, type Spread } from './statistics.ts';
import { approval } from './step-plan.ts';

export interface WorkFigures {
  readonly perSecond: Spread;
  readonly referencePerSecond: Spread;
  readonly ofReference: Spread;
}

export interface Rounds {
  readonly rounds: number;
  readonly secondsPerRound: number;
}

/** One approval decided, against one copy of the case's state through JSON. */
export function measureDeciding(office: Office, rounds: Rounds): Promise<WorkFigures> {
  const { state } = acceptedCase(office, randomUUID(), 'B000000000');
  const actor = staffIn(office.pack, 'zj-construction-head');
  const command = approval(openTaskOf(state, actor));
  const context = office.contextFor(actor);
  return compare(
    rounds,
    () => {
      if (!decide(state, command, context).ok) throw new Error('the approval was refused');
    },
    () => void JSON.parse(JSON.stringify(state)),
  );
}

const template = 'construction-permit';

/** A permit rendered and sealed, against the same one only rendered. On one core. */
export async function measureDocuments({ pack }: Office, rounds: Rounds): Promise<WorkFigures> {
  const templatesDir = join(pack.directory, 'templates');
  const examples = readFileSync(join(templatesDir, 'examples.json'), 'utf8');
  const data = (JSON.parse(examples) as Record<string, { longest: DocumentData }>)[template];
  if (data === undefined) throw new Error(`examples.json has no ${template}`);
  const renderer = createRenderer({ templatesDir });
  const organisation = pack.organisations[0]?.name ?? '';
  const now = new Date();
  const authority = await createRootAuthority({ name: { organisation }, now });
  const subject = { organisation, organisationCode: '11430000006122244L' };
  const own = await issueSealCertificate({ authority, subject, now });
  const where = { name: organisation, reason: template, location: organisation, at: now };
  const seal = { ...where, signer: createKeySigner(own) };
  const render = (): Promise<Uint8Array> => renderer.render(template, data.longest);
  return compare(
    rounds,
    async () => void (await sealPdf(await render(), seal)),
    async () => void (await render()),
  );
}

async function compare(
  { rounds, secondsPerRound }: Rounds,
  work: () => void | Promise<void>,
  reference: () => void | Promise<void>,
): Promise<WorkFigures> {
  await rate(work, secondsPerRound / 2); // warm
  const [worked, referred]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    worked.push(await rate(work, secondsPerRound));
    referred.push(await rate(reference, secondsPerRound));
  }
  return {
    perSecond: spreadOf(worked),
    referencePerSecond: spreadOf(referred),
    ofReference: spreadOf(ratios(worked, referred)),
  };
}

async function rate(work: () => void | Promise<void>, seconds: number): Promise<number> {
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  let done = 0;
  do {
    const result = work();
    if (result !== undefined) await result;
    done += 1;
  } while (performance.now() < until);
  return (done / (performance.now() - startedAt)) * 1000;
}
