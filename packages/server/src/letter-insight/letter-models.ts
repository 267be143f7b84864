/** Classifiers learned from the tenant's own letters, on this machine. */
import {
  readClassifier,
  trainApart,
  UnreadableModel,
  type Classifier,
  type Example,
} from '../insight/index.ts';
import { civilDate } from '@yichuang/kernel/time';
import type { CaseDeps } from '../cases/index.ts';
import { examplesOf, findModel, putModel, trainedAt, type Subject } from './letter-models.pg.ts';

export interface LetterModels {
  /** Undefined until there are letters enough to learn from. */
  find(subject: Subject): Promise<Classifier | undefined>;
  /** Learns anew; what there is too little of is left as it was. */
  train(): Promise<void>;
}

/** The job that trains, every night and when there is nothing trained yet. */
export const TRAINING = 'train-letters';

/** Fewer labelled letters say less than the pack's own words. */
const LEAST_EXAMPLES = 50;
/** A label with fewer letters cannot be learned, only memorised. */
const LEAST_OF_LABEL = 3;

export function createLetterModels(
  deps: Pick<CaseDeps, 'db' | 'tenantId' | 'clock' | 'jobs'>,
): LetterModels {
  const { db, tenantId, clock, jobs } = deps;
  const known = new Map<Subject, { readonly at: string; readonly model: Classifier }>();
  const load = async (subject: Subject): Promise<Classifier | undefined> => {
    const bytes = await findModel(db, tenantId, subject);
    return bytes === undefined ? undefined : readOrForget(bytes);
  };
  let askedOn: string | undefined;
  // Where letters were just taken over, nobody waits for the night; once a day is enough.
  const askForTraining = async (): Promise<undefined> => {
    const today = civilDate(clock.now());
    if (askedOn === today) return;
    askedOn = today;
    await db.tx((tx) => jobs.enqueueInTx(tx, TRAINING, { tenantId }, { key: TRAINING }));
    jobs.wake();
  };
  return {
    async find(subject) {
      const at = await trainedAt(db, tenantId, subject);
      if (at === undefined) return askForTraining();
      const held = known.get(subject);
      if (held?.at === at) return held.model;
      const model = await load(subject);
      if (model !== undefined) known.set(subject, { at, model });
      return model;
    },
    async train() {
      for (const subject of ['category', 'unit'] as const) {
        const examples = learnable(await examplesOf(db, tenantId, subject));
        if (examples === undefined) continue;
        const model = await trainApart(examples);
        const bytes = model.toBytes();
        const row = { subject, at: clock.now(), examples: examples.length, bytes };
        await putModel(db, tenantId, row);
      }
    },
  };
}

/** Of an older program, perhaps: tonight it is learned again. */
async function readOrForget(bytes: Buffer): Promise<Classifier | undefined> {
  try {
    return await readClassifier(bytes);
  } catch (error) {
    if (error instanceof UnreadableModel) return undefined;
    throw error;
  }
}

/** Undefined where they are too few, or all of one label. */
function learnable(examples: readonly Example[]): Example[] | undefined {
  const counts = new Map<string, number>();
  for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1);
  const enough = examples.filter(({ label }) => (counts.get(label) ?? 0) >= LEAST_OF_LABEL);
  const labels = new Set(enough.map(({ label }) => label));
  return enough.length >= LEAST_EXAMPLES && labels.size > 1 ? enough : undefined;
}
