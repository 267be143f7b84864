import { join } from 'node:path';
import type { Instant } from '@yichuang/kernel/time';
import {
  factNames,
  isGroupSubject,
  type CaseFacts,
  type CaseSubject,
  type Facts,
  type Subject,
  type WatchSubject,
} from '@yichuang/kernel/watch';
import { CASE_SUBJECTS } from '@yichuang/kernel/words';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileCondition, evaluateOver, loadPack, type Pack } from '../catalogue/index.ts';
import { compileRules, type CompiledRules } from './compile-rules.ts';
import { packRules } from './pack-rules.ts';
import { ruleExamples } from './rules.examples.ts';

const packs = join(import.meta.dirname, '../../../../packs');
let pack: Pack;
let rules: CompiledRules;

beforeAll(async () => {
  pack = await loadPack(join(packs, 'demo-county'), { overlays: [join(packs, 'supervision')] });
  rules = compileRules(packRules(pack.supervision));
});

describe('the catalogue of rules', () => {
  test('names every row of the catalogue that events can show', () => {
    const ids = pack.supervision.rules.map(({ id }) => id);
    const rows = 'S1 S2 S3 S4 S5 S6 L1 L2 L3 L4 N1 N2 F1 M1 X1'
      .split(' ')
      .map((row) => `JC-${row}`);
    expect(ids).toEqual(expect.arrayContaining(rows));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('speaks both languages, and says of every threshold why it is what it is', () => {
    for (const rule of pack.supervision.rules) {
      expect(rule.nameEn, rule.id).toBeTruthy();
      expect(rule.saysEn, rule.id).toBeTruthy();
      for (const { why, whyEn, nameEn } of Object.values(rule.parameters ?? {})) {
        expect([why, whyEn, nameEn].every(Boolean), rule.id).toBe(true);
      }
    }
  });

  test('a threshold of a rule of law says which way is stricter', () => {
    for (const { id, isByLaw, parameters } of pack.supervision.rules) {
      if (isByLaw !== true) continue;
      for (const one of Object.values(parameters ?? {})) expect(one.stricter, id).toBeDefined();
    }
  });

  test('a risk point watches its own step of its own item, with its own threshold', () => {
    const point = rules.rules.find(({ id }) => id === 'JC-S3a@sgxk-leader');
    expect(point).toMatchObject({ kind: 'integrity', parameters: { days: 1 } });
    expect(point?.scope?.items).toHaveLength(1);
    expect(point?.when).toContain('and it.step = "leader"');
    expect(point?.riskPoint).toMatchObject({ name: '决定环节延宕', level: 'medium' });
  });
});

describe('a condition that was parsed once', () => {
  test('answers as one that is parsed each time, whatever is absent', () => {
    for (const { when, each, parameters: p } of rules.rules) {
      const compiled = compileCondition(when, ['it', 'case', 'all', 'p']);
      for (const value of [undefined, null, 0, 7, 'x', true]) {
        const facts = Object.fromEntries(factNames[each].map((name) => [name, value]));
        const scope = { it: facts, case: facts, all: {}, p };
        expect(compiled(facts, facts, {}, p), `${when} of ${String(value)}`).toEqual(
          evaluateOver(when, scope),
        );
      }
    }
  });

  test('a loop is refused', () => {
    const endless = 'some i in 1..1000000000 satisfies false';
    expect(() => compileCondition(endless, ['it'])).toThrow('does not parse');
    expect(() => compileCondition('it.a) + (1', ['it'])).toThrow('does not parse');
  });
});

describe('each rule of the catalogue', () => {
  const plain = (): CompiledRules =>
    compileRules(packRules({ ...pack.supervision, riskPoints: [] }));

  test('has an example of what it finds', () => {
    const ids = pack.supervision.rules.map(({ id }) => id);
    expect(ruleExamples.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  });

  test.each(ruleExamples)('$id finds its example, and leaves the one beside it', (example) => {
    expect(idsFound(plain(), example.id, example.found)).toContain(example.id);
    expect(idsFound(plain(), example.id, example.left)).not.toContain(example.id);
  });

  test('what is not known accuses nobody', () => {
    for (const { id } of plain().rules) expect(idsFound(plain(), id, {}), id).not.toContain(id);
  });
});

/** The ids of all rules that hit one subject with these facts. */
function idsFound(
  { rules: all, evaluateCase, evaluateGroups }: CompiledRules,
  id: string,
  facts: Facts,
): string[] {
  const each = all.find((rule) => rule.id === id)?.each ?? 'case';
  const of = (prefix: string): Facts =>
    Object.fromEntries(
      Object.entries(facts)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => [name.slice(prefix.length), value]),
    );
  const own = Object.fromEntries(Object.entries(facts).filter(([name]) => !name.includes('.')));
  const [it, whole, groups] = [quiet(each, own), of('case.'), of('all.')];
  const found = isGroupSubject(each)
    ? evaluateGroups([{ ...place, subject: each, facts: it, all: groups }])
    : evaluateCase(caseWith(each, it, whole));
  return found.map(({ ruleId }) => ruleId);
}

const place = { key: 'x', people: [], at: '2026-03-02T02:00:00.000Z' as Instant, evidence: [] };

function quiet(each: WatchSubject, own: Facts): Facts {
  return { ...Object.fromEntries(factNames[each].map((name) => [name, null])), ...own };
}

function caseWith(each: CaseSubject, it: Facts, whole: Facts): CaseFacts {
  const none = Object.fromEntries(CASE_SUBJECTS.map((subject) => [subject, []]));
  const subjects = none as unknown as Record<CaseSubject, Subject[]>;
  subjects.case = [{ ...place, facts: quiet('case', whole) }];
  subjects[each] = [{ ...place, facts: each === 'case' ? { ...it, ...whole } : it }];
  const lifecycle = whole['lifecycle'] === 'letter' ? 'letter' : 'licence';
  return { caseId: 'c', number: 'N', itemCode: 'i', orgId: 'yunxi', lifecycle, subjects };
}
