/**
 * 分发: a case of another unit grows out of this one, which does not wait for it. What it asks for
 * is written into the form of an internal item that says where (`handOutForm`).
 */
import {
  decide,
  type CaseContext,
  type CaseState,
  type CommandOf,
  type HandOutState,
  type ItemDefinition,
  type PersonRef,
  type Recorded,
} from '@yichuang/kernel/case';
import type { FormData, FormValue } from '@yichuang/kernel/form';
import { civilDate } from '@yichuang/kernel/time';
import {
  contextOf,
  derivedCaseId,
  receiveNewCase,
  runCommand,
  type CaseDeps,
  type CaseStore,
} from '../cases/index.ts';
import type { Refusal } from '../platform/refusal.ts';

export interface HandOutDeps extends CaseDeps {
  readonly cases: CaseStore;
}

type Receive = CommandOf<'ReceiveCase'>;

const SYSTEM = { kind: 'system', rule: 'hand-out' } as const;

/** Why it cannot be handed out so, before anything is recorded; empty when it will be opened. */
export async function checkHandOut(
  deps: Pick<
    HandOutDeps,
    'findItem' | 'directory' | 'clock' | 'statutes' | 'policies' | 'evaluate'
  >,
  body: { readonly itemCode: string; readonly orgId: string; readonly note: string },
): Promise<readonly Refusal[]> {
  const item = await deps.findItem(body.itemCode);
  const org = await deps.directory.org(body.orgId);
  if (item?.handOutForm === undefined || org === undefined) {
    return [{ code: 'hand-out-not-possible', params: { unit: org?.name ?? body.orgId } }];
  }
  const context = contextOf(deps, SYSTEM, item, await deps.directory.staff());
  const form = formOf(item, item.name, body, context);
  const party = { personId: 'nobody', kind: 'natural', name: '' } as const;
  const command = { ...receive('check', party, form, body.orgId), number: '' };
  const outcome = decide(undefined, command, context);
  return outcome.ok ? [] : outcome.refusals;
}

/** Opens what was handed out and has no case yet, however often the job runs. */
export async function followHandOuts(
  deps: HandOutDeps,
  caseId: string,
  fresh: readonly Recorded[],
): Promise<void> {
  for (const { event, by } of fresh) {
    if (event.type !== 'UnitCaseOrdered') continue;
    const found = await deps.cases.find(caseId);
    const handOut = found?.state.handOuts?.[event.handOutId];
    if (found === undefined || handOut === undefined || handOut.caseId !== undefined) continue;
    await open(deps, found.state, handOut, { personId: by.personId, name: by.name });
  }
}

async function open(
  deps: HandOutDeps,
  from: CaseState,
  handOut: HandOutState,
  by: PersonRef,
): Promise<void> {
  const caseId = derivedCaseId('hand-out', from.caseId, handOut.handOutId);
  const known = await deps.cases.find(caseId);
  const number = known?.state.number ?? (await file(deps, from, handOut, by, caseId));
  const { handOutId } = handOut;
  const command = { type: 'RecordUnitCase', handOutId, caseId, number } as const;
  const recorded = await runCommand(deps, deps.cases, {
    caseId: from.caseId,
    command,
    actor: SYSTEM,
  });
  if (recorded.ok || recorded.refusals[0]?.code === 'case-recorded-already') return;
  throw new Error(`case ${from.caseId}: ${handOutId} was opened and could not be recorded`);
}

async function file(
  deps: HandOutDeps,
  from: CaseState,
  handOut: HandOutState,
  by: PersonRef,
  caseId: string,
): Promise<string> {
  const item = await deps.findItem(handOut.itemCode);
  if (item === undefined) throw new Error(`item ${handOut.itemCode} is gone`);
  const context = contextOf(deps, SYSTEM, item, await deps.directory.staff());
  const title = `${from.itemName}（${from.number}）`;
  const form = formOf(item, title, handOut, context);
  const party = { ...by, kind: 'natural' } as const;
  // The unit of the one who hands out: the case is theirs, the work goes where the form says.
  const command = receive(caseId, party, form, from.orgId);
  const received = await receiveNewCase(deps, command, context, by.personId);
  if (!received.ok)
    throw new Error(`${handOut.handOutId} is refused: ${received.refusals[0].code}`);
  return received.state.number;
}

function receive(
  caseId: string,
  party: Receive['applicant'],
  form: FormData,
  orgId: string,
): Omit<Receive, 'number'> {
  return {
    type: 'ReceiveCase',
    caseId,
    applicant: party,
    contact: party,
    channel: 'online',
    form,
    materials: [],
    orgId,
  };
}

/** The three fields that carry the work, and every other one as the item itself begins it. */
function formOf(
  item: ItemDefinition,
  title: string,
  { orgId, note }: { readonly orgId: string; readonly note: string },
  { at }: CaseContext,
): FormData {
  const given = Object.entries(item.form?.schema.properties ?? {}).flatMap(
    ([field, schema]): [string, FormValue][] => {
      const value = schema['x-default'];
      if (value === undefined) return [];
      return [[field, schema.format === 'date' && value === 'today' ? civilDate(at) : value]];
    },
  );
  const { handOutForm } = item;
  if (handOutForm === undefined) throw new Error(`item ${item.code} cannot be handed out`);
  const longest = item.form?.schema.properties[handOutForm.subject]?.maxLength ?? title.length;
  return {
    ...Object.fromEntries(given),
    [handOutForm.unit]: orgId,
    [handOutForm.subject]: [...title].slice(0, longest).join(''),
    ...(note.trim() === '' ? {} : { [handOutForm.note]: note }),
  };
}
