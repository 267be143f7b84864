/** A construction permit, filed, checked and accepted: decided as it would be over HTTP. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  decide,
  type Actor,
  type CaseContext,
  type CaseState,
  type Command,
  type FiledMaterial,
  type ItemDefinition,
  type Recorded,
} from '../packages/kernel/src/case/index.ts';
import type { FormData } from '../packages/kernel/src/form/index.ts';
import { contextOf, createFormSealer } from '../packages/server/src/cases/index.ts';
import {
  evaluateCondition,
  getItem,
  loadPack,
  type Pack,
} from '../packages/server/src/catalogue/index.ts';
import { demoFiling } from '../packages/server/src/cli/demo-case.messages.ts';
import { systemClock } from '../packages/server/src/platform/clock/index.ts';
import type { Db } from '../packages/server/src/platform/db/index.ts';
import { createSecrets, readKeyFile } from '../packages/server/src/platform/secrets/index.ts';
import { loadStatutes } from '../packages/server/src/statutes/index.ts';

const packDirectory = join(import.meta.dirname, '../packs/demo-county');
const itemNameEn = 'Building construction permit';

export type Staff = Actor & { readonly kind: 'staff' };

export interface Office {
  readonly pack: Pack;
  readonly item: ItemDefinition;
  readonly form: FormData;
  readonly contextFor: (actor: Actor) => CaseContext;
}

export interface Step {
  readonly state: CaseState;
  readonly events: readonly Recorded[];
}

/** @param dataFolder of the program, for its key: sealed fields have their real length */
export async function openOffice(db: Db, dataFolder: string): Promise<Office> {
  const [pack, statutes] = await Promise.all([loadPack(packDirectory), loadStatutes()]);
  const tenantId = pack.tenant.id;
  const code = pack.items.find((each) => each.nameEn === itemNameEn)?.code ?? '';
  const item = await getItem(db, tenantId, code, systemClock.now());
  if (item.form === undefined) throw new Error('the construction permit has no form');
  const secrets = createSecrets(readKeyFile(join(dataFolder, 'secret.key')));
  const form = createFormSealer(secrets, tenantId).seal(item.form, demoFiling.form);
  const fixed = { statutes, policies: pack.policies, evaluate: evaluateCondition };
  const deps = { ...fixed, clock: systemClock };
  return { pack, item, form, contextFor: (actor) => contextOf(deps, actor, item) };
}

export function acceptedCase(office: Office, caseId: string, number: string): Step {
  const materials = filedMaterials(office.item);
  const contact = { personId: randomUUID(), kind: 'natural' as const, name: demoFiling.recipient };
  const applicant = { ...contact, kind: 'legal' as const, name: demoFiling.form.builder };
  const filer: Actor = { kind: 'applicant', personId: contact.personId, name: contact.name };
  const counter = staffIn(office.pack, 'zj-counter');
  const received = decided(office, undefined, filer, {
    type: 'ReceiveCase',
    caseId,
    number,
    applicant,
    contact,
    channel: 'online',
    form: office.form,
    materials,
  });
  const checks = materials.map(({ materialId }) => ({ materialId, verdict: 'complete' as const }));
  const paper = materials.filter(({ isOnPaper }) => isOnPaper);
  const checked = decided(office, received.state, counter, {
    type: 'CheckMaterials',
    taskId: openTaskOf(received.state, counter),
    checks,
    paperReceived: paper.map(({ materialId }) => materialId),
  });
  const accepted = decided(office, checked.state, counter, {
    type: 'AcceptCase',
    taskId: openTaskOf(checked.state, counter),
    opinion: demoFiling.accepted,
  });
  const events = [...received.events, ...checked.events, ...accepted.events];
  return { state: accepted.state, events };
}

/** @throws Error naming the refusals */
export function decided(
  office: Office,
  state: CaseState | undefined,
  actor: Actor,
  command: Command,
): Step {
  const outcome = decide(state, command, office.contextFor(actor));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome;
}

/** @throws Error when this person holds no open task */
export function openTaskOf(state: CaseState, { posts }: Staff): string {
  const held = Object.values(state.marking.tasks).find(
    (task) => task.status === 'open' && task.posts.some((post) => posts.includes(post)),
  );
  if (held === undefined) throw new Error(`no task is open for ${posts.join(', ')}`);
  return held.taskId;
}

export function staffIn(pack: Pack, post: string): Staff {
  const person = pack.people.staff.find((each) => each.posts.includes(post));
  if (person === undefined) throw new Error(`nobody holds ${post}`);
  const held = pack.posts.filter((each) => person.posts.includes(each.id));
  return {
    kind: 'staff',
    personId: person.account,
    name: person.name,
    posts: person.posts,
    orgId: held[0]?.orgId ?? '',
    capabilities: held.flatMap((each) => each.capabilities),
  };
}

function filedMaterials(item: ItemDefinition): FiledMaterial[] {
  const facts = { mediaType: 'image/jpeg', bytes: 80_000, width: 794, height: 1123 };
  const page = { ...facts, sha256: 'a'.repeat(64), name: '001.jpg' };
  return item.materials
    .filter((material) => material.necessity === 'required')
    .map(({ id: materialId, carrier }) => {
      const isOnPaper = carrier === 'paper';
      return { materialId, pages: isOnPaper ? [] : [page], isOnPaper };
    });
}
