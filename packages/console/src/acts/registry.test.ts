import { StaffCommand } from '@yichuang/contracts';
import { describe, expect, it } from 'vitest';
import { caseAt, receivedCase } from '../examples/case.examples.ts';
import { handledLetter, letterAt } from '../examples/letter.examples.ts';
import { setAllComplete, setVerdict, toCheckValues } from '../materials/check-values.ts';
import type { ActType } from './act.ts';
import { groupOf, isActType, offeredActs, registry } from './registry.ts';

const entries = Object.values(registry);
const acts = (offered: readonly { readonly act: string }[]) => offered.map(({ act }) => act);
const intake = ['WithdrawCase', 'RefuseAcceptance', 'AcceptCase', 'CheckMaterials']
  .concat('RequestCorrection', 'AmendForm')
  .map((act) => ({ act, taskId: 'intake#1.1' }));
const view = { ...receivedCase, allowed: intake };
const checks = toCheckValues(view.materials);

describe('the registry of acts', () => {
  it('has a panel for every command that staff may send, and no other', () => {
    const commands = StaffCommand.anyOf.map((schema) => schema.properties.type.const);
    expect(Object.keys(registry).toSorted()).toEqual(commands.toSorted());
    for (const [type, entry] of Object.entries(registry)) expect(entry.type).toBe(type);
  });

  it('gives each key to one act, save where the step’s duty lets only one of two happen', () => {
    const keys = [...new Set(entries.map(({ hotkey }) => hotkey))].filter((key) => key !== '');
    const byKey = keys.map((key) => entries.filter(({ hotkey }) => hotkey === key));
    const types = byKey.filter((found) => found.length > 1).map((f) => f.map((e) => e.type));
    expect(types).toEqual([
      ['AcceptCase', 'ApproveTask'],
      ['RejectTask', 'RefuseAcceptance'],
    ]);
  });

  it('leaves the keys of the material viewer alone', () => {
    const viewer = ['1', '2', '3', 'n', 'p', 'r', '+', '-', '0', '='];
    expect(entries.filter(({ hotkey }) => viewer.includes(hotkey))).toEqual([]);
  });
});

describe('what is offered', () => {
  it('is what the server allows and nothing else', () => {
    expect(offeredActs({ view: { ...view, allowed: [] }, checks })).toEqual([]);
    const unknown = { ...view, allowed: [{ act: 'FlyToTheMoon' }] };
    expect(isActType('FlyToTheMoon')).toBe(false);
    expect(offeredActs({ view: unknown, checks })).toEqual([]);
  });

  it('puts acceptance first and what ends the case last', () => {
    const found = acts(offeredActs({ view, checks: setAllComplete(checks) }));
    expect(found).toEqual([
      'AcceptCase',
      'RequestCorrection',
      'CheckMaterials',
      'AmendForm',
      'RefuseAcceptance',
      'WithdrawCase',
    ]);
  });

  it('puts the correction notice first once a material is missing or wrong', () => {
    const faulty = Object.entries(checks).map(([id, value], i) => [
      id,
      i === 1 ? setVerdict(value, 'missing') : value,
    ]);
    const found = offeredActs({ view, checks: Object.fromEntries(faulty) });
    expect(found[0]?.act).toBe('RequestCorrection');
  });

  it('offers to save the checks only when there is something to save', () => {
    expect(acts(offeredActs({ view, checks }))).not.toContain('CheckMaterials');
  });

  it('puts approval before return, and rejection after both', () => {
    const allowed = ['RejectTask', 'ReturnTask', 'ApproveTask'].map((act) => ({ act }));
    const found = offeredActs({ view: caseAt('decision', { allowed }), checks: {} });
    expect(acts(found)).toEqual(['ApproveTask', 'ReturnTask', 'RejectTask']);
  });

  it('never asks to say that a task was looked at: looking says it', () => {
    const allowed = [{ act: 'ReadTask', taskId: 'decision#1.1' }, { act: 'ApproveTask' }];
    const found = offeredActs({ view: caseAt('decision', { allowed }), checks: {} });
    expect(acts(found)).toEqual(['ApproveTask']);
  });

  it('puts one’s own answer first, then people, then what an administrator may do', () => {
    const allowed = [
      'VoidCase',
      'TerminateCase',
      'JumpToStep',
      'UrgeCase',
      'CopyCase',
      'TransferTask',
      'ApproveTask',
      'GiveOpinion',
    ].map((act) => ({ act }));
    const found = offeredActs({ view: caseAt('review', { allowed }), checks: {} });
    expect(acts(found)).toEqual([
      'GiveOpinion',
      'ApproveTask',
      'TransferTask',
      'CopyCase',
      'UrgeCase',
      'JumpToStep',
      'TerminateCase',
      'VoidCase',
    ]);
  });

  it('sends an empty answer back, refers a petition, and asks a letter for no materials', () => {
    const allowed = ['ApproveTask', 'ReturnTask', 'AcceptCase', 'ReferCase', 'CheckMaterials'].map(
      (act) => ({ act }),
    );
    const flagged = letterAt('decision', handledLetter, { allowed });
    expect(acts(offeredActs({ view: flagged, checks: {} }))[0]).toBe('ReturnTask');
    const fresh = letterAt(
      'intake',
      {},
      { allowed: [{ act: 'ReferCase' }, { act: 'AcceptCase' }] },
    );
    expect(acts(offeredActs({ view: fresh, checks: {} }))).toEqual(['ReferCase', 'AcceptCase']);
    const complaint = { ...fresh, letter: { ...fresh.letter, kind: 'complaint' as const } };
    expect(acts(offeredActs({ view: complaint, checks: {} }))[0]).toBe('AcceptCase');
    expect(acts(offeredActs({ view: flagged, checks: {} }))).not.toContain('CheckMaterials');
  });

  it('keeps the day’s work in sight and folds the rest under two headings', () => {
    const headings = (types: readonly ActType[]) => types.map((type) => groupOf(type));
    expect(headings(['ApproveTask', 'ReturnTask', 'SettleDebt', 'ReadCopy'])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(headings(['AddSigner', 'TransferTask', 'CopyCase'])).toEqual([
      'people',
      'people',
      'people',
    ]);
    expect(headings(['JumpToStep', 'FreezeCase', 'VoidCase'])).toEqual(['case', 'case', 'case']);
  });
});
