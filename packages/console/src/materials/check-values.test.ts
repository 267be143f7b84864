import { describe, expect, it } from 'vitest';
import { receivedCase as view } from '../examples/case.examples.ts';
import {
  changedChecks,
  countChecked,
  faulty,
  hasChanges,
  mergeChecks,
  setAllComplete,
  setVerdict,
  toCheckValues,
  unacceptable,
} from './check-values.ts';

const fresh = toCheckValues(view.materials);
const blank = { verdict: undefined, problem: '', instruction: '', isPaperReceived: false };
const wrong = { ...blank, verdict: 'wrong' as const, problem: ' 缺页 ', instruction: ' ' };

describe('verdicts on materials', () => {
  it('begin as the server has them, and then there is nothing to save', () => {
    expect(Object.values(fresh)).toEqual([blank, blank, blank, blank]);
    expect(hasChanges(fresh, view)).toBe(false);
    expect(countChecked(fresh, view)).toBe(0);
  });

  it('are saved one by one: only what differs goes, in the list’s order, without edges', () => {
    const typed = { ...fresh, 'safety-plan': wrong };
    expect(changedChecks(typed, view)).toEqual({
      checks: [{ materialId: 'safety-plan', verdict: 'wrong', problem: '缺页' }],
      paperReceived: [],
    });
    expect(faulty(typed, view).map((m) => m.materialId)).toEqual(['safety-plan']);
  });

  it('forget the fault when they become complete', () => {
    expect(setVerdict(wrong, 'complete')).toEqual({ ...blank, verdict: 'complete' });
    expect(setVerdict(wrong, 'missing')).toEqual({ ...wrong, verdict: 'missing' });
  });

  it('check paper off once', () => {
    const typed = { ...fresh, drawings: { ...blank, isPaperReceived: true } };
    expect(changedChecks(typed, view)).toEqual({ checks: [], paperReceived: ['drawings'] });
    const materials = view.materials.map((m) => ({ ...m, isPaperReceived: true }));
    expect(changedChecks(typed, { materials }).paperReceived).toEqual([]);
  });

  it('make a case acceptable when every required one is complete', () => {
    expect(unacceptable(fresh, view)).toHaveLength(3);
    expect(unacceptable(setAllComplete(fresh), view)).toEqual([]);
  });

  it('leave open what may come later and has not come', () => {
    const [material] = view.materials;
    if (material === undefined) throw new Error('the example has materials');
    const later = { ...material, necessity: 'deferrable', pages: [], isOnPaper: false };
    const id = material.materialId;
    expect(setAllComplete(fresh, [later])[id]?.verdict).toBeUndefined();
    const handedIn = { ...later, isOnPaper: true };
    expect(setAllComplete(fresh, [handedIn])[id]?.verdict).toBe('complete');
  });

  it('typed here win over the server’s, which fill the rest', () => {
    const materials = view.materials.map((m) => ({ ...m, verdict: 'complete' as const }));
    const merged = mergeChecks({ drawings: wrong }, materials);
    expect(merged['drawings']).toBe(wrong);
    expect(merged['application']?.verdict).toBe('complete');
  });
});
