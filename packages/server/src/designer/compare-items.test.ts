import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ItemDefinition } from '@yichuang/kernel/case';
import type { FlowNode, StepNode } from '@yichuang/kernel/flow';
import { describe, expect, it } from 'vitest';
import {
  asItemDefinition,
  InternalItemSchema,
  ItemSchema,
  type ItemFile,
} from '../catalogue/index.ts';
import { compareItems } from './compare-items.ts';
import { smallLicence } from './testing/small-licence.examples.ts';
import { compareTexts as en } from './texts/compare.en.ts';
import { compareTexts as zh } from './texts/compare.zh-CN.ts';
import { createWords, type Names } from './words.ts';

const names: Names = {
  posts: new Map([
    ['sj-counter', '窗口工作人员'],
    ['sj-registrar', '核准人'],
    ['sj-leader', '局长'],
  ]),
  organisations: new Map([['yunxi/scjgj', '云溪县市场监督管理局']]),
  themes: new Map(),
  templates: new Map(),
  rules: new Map([['XK-JD-20', '许可决定']]),
  items: new Map(),
  nodes: new Map([['intake', '受理']]),
  fields: new Map(),
};
const words = createWords(names, 'zh-CN');
const base = smallLicence('100');

const step = (id: string, name: string): StepNode => ({
  kind: 'step',
  id,
  name,
  duty: 'review',
  posts: ['sj-registrar'],
  agreement: { rule: 'one' },
});

function withMain(change: (children: readonly FlowNode[]) => readonly FlowNode[]): ItemDefinition {
  const { flow } = base;
  if (flow?.main.kind !== 'sequence') throw new Error('the example is a sequence');
  const children = change(flow.main.children);
  return { ...base, flow: { ...flow, main: { ...flow.main, children } } };
}

const mapStep = (id: string, change: (found: StepNode) => StepNode) =>
  withMain((children) =>
    children.map((node) => (node.id === id && node.kind === 'step' ? change(node) : node)),
  );

const textsOf = (after: ItemDefinition, language: 'zh-CN' | 'en' = 'zh-CN'): string[] =>
  compareItems(base, after, createWords(names, language)).map(({ text }) => text);

describe('two versions in words', () => {
  it.each<[string, ItemDefinition, string[]]>([
    ['nothing but the number', { ...base, version: 7 }, []],
    ['a name', { ...base, name: '新名称' }, [`“名称”由“${base.name}”改为“新名称”`]],
    [
      'a limit that is promised',
      { ...base, committedLimit: { ruleId: 'XK-CN', amount: 5 } },
      ['“承诺时限”设为“期限规则：XK-CN、数量：5”'],
    ],
    [
      'a new step',
      withMain(([intake, ...rest]) => [intake as FlowNode, step('check', '复核'), ...rest]),
      ['主流程“受理”之后新增环节“复核”'],
    ],
    [
      'a step less',
      withMain((children) => children.filter(({ id }) => id !== 'review')),
      ['删去环节“审查”（原在主流程“受理”之后）'],
    ],
    [
      'one step moved is told as one',
      withMain(([a, b, c, d]) => [a, c, b, d] as FlowNode[]),
      ['环节“审查”移到主流程“决定”之后'],
    ],
    [
      'who acts, and how many must agree',
      mapStep('review', (found) => ({
        ...found,
        posts: ['sj-registrar', 'sj-leader'],
        agreement: { rule: 'all', rejectCounts: 'at-once' },
        limit: { amount: 3, unit: 'WD' },
        onReject: { then: 'return', to: 'intake' },
      })),
      [
        '环节“审查”：“岗位”增加“局长”',
        '环节“审查”：“同意规则”由“一人办理”改为“全部同意、不同意：一人不同意即不同意”',
        '环节“审查”：“时限”设为“3 个工作日”',
        '环节“审查”：“不同意之后”设为“处理：退回、到：受理”',
      ],
    ],
    [
      'the order of a list',
      { ...base, audiences: ['enterprise', 'person'] },
      ['“服务对象”增加“企业”'],
    ],
  ])('%s', (_, after, expected) => {
    expect(textsOf(after)).toEqual(expected);
  });

  it('tell the branches of a choice, with their conditions', () => {
    const choice = (when: string): FlowNode => ({
      kind: 'choice',
      id: 'size',
      name: '规模',
      branches: [
        { id: 'large', when, node: step('large-check', '大型审查') },
        { id: 'else', node: step('small-check', '一般审查') },
      ],
    });
    const after = withMain(([a, , c, d]) => [a, choice('area > 500'), c, d] as FlowNode[]);
    expect(textsOf(after)).toEqual([
      '主流程“受理”之后新增条件分支“规模”',
      '“规模”的分支“大型审查”中最前面新增环节“大型审查”',
      '“规模”的分支“一般审查”中最前面新增环节“一般审查”',
      '删去环节“审查”（原在主流程“受理”之后）',
    ]);
    const changed = withMain(([a, , c, d]) => [a, choice('area > 900'), c, d] as FlowNode[]);
    expect(compareItems(after, changed, words)).toEqual([
      {
        kind: 'changed',
        where: 'flow',
        nodeId: 'size',
        text: '条件分支“规模”：分支“大型审查”的“条件”由“area > 500”改为“area > 900”',
        before: 'area > 500',
        after: 'area > 900',
      },
    ]);
  });

  it('tell fields of the form where they are asked', () => {
    const form = base.form;
    if (form === undefined) throw new Error('the example has a form');
    const { applicantName } = form.schema.properties;
    if (applicantName === undefined) throw new Error('the example asks for a name');
    const after: ItemDefinition = {
      ...base,
      form: {
        sections: [
          { id: 'application', title: '申请内容', 'x-title-en': 'Application', fields: ['area'] },
          { id: 'person', title: '申请人', fields: ['applicantName'] },
        ],
        schema: {
          type: 'object',
          properties: {
            applicantName: { ...applicantName, maxLength: 50 },
            area: { type: 'number', title: '面积' },
          },
          required: ['applicantName', 'area'],
        },
      },
    };
    expect(textsOf(after)).toEqual([
      '表单新增一节“申请人”',
      '表单“申请内容”新增“面积”',
      '“申请人”移到表单的“申请人”',
      '表单“申请人”：“最多字数”由“100”改为“50”',
    ]);
    expect(textsOf(after, 'en')[1]).toBe('new field “面积” in section “申请内容”');
  });
});

const packs = join(import.meta.dirname, '../../../../packs');
const items = ['demo-county', 'office-basics'].flatMap((pack) =>
  readdirSync(join(packs, pack, 'items')).map((file): ItemDefinition => {
    const value: unknown = JSON.parse(readFileSync(join(packs, pack, 'items', file), 'utf8'));
    return asItemDefinition(value as ItemFile, 'yunxi');
  }),
);

/** Pointers of everything that people may set; ids are how things are known again. */
function settings(value: unknown, at: readonly (string | number)[] = []): (string | number)[][] {
  // A form's schema is an object by definition.
  if (at.join('/') === 'form/schema/type') return [];
  if (typeof value !== 'object' || value === null) {
    return ['id', 'version', 'kind'].includes(String(at.at(-1))) ? [] : [[...at]];
  }
  return Object.entries(value).flatMap(([key, each]) =>
    settings(each, [...at, Array.isArray(value) ? Number(key) : key]),
  );
}

function changedAt<T>(value: T, [first, ...rest]: readonly (string | number)[]): T {
  if (first === undefined) {
    if (typeof value === 'number') return (value + 1) as T;
    if (typeof value === 'boolean') return !value as T;
    return `${String(value)}+` as T;
  }
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  const record = copy as Record<string | number, unknown>;
  record[first] = changedAt(record[first], rest);
  return copy as T;
}

describe('the comparison', () => {
  it('tells every change of every setting of the demo items, in both languages', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.boolean(), (i, n, isEnglish) => {
        const filled = items[i % items.length];
        if (filled === undefined) throw new Error('the packs have items');
        const places = settings(filled);
        const place = places[n % places.length];
        if (place === undefined) throw new Error('an item without settings');
        const language = createWords(names, isEnglish ? 'en' : 'zh-CN');
        expect(compareItems(filled, filled, language)).toEqual([]);
        const found = compareItems(filled, changedAt(filled, place), language);
        expect(found.length, place.join('/')).toBeGreaterThan(0);
        for (const { text } of found) expect(text).not.toMatch(/\{\w+\}|undefined|\[object/u);
      }),
      { numRuns: 600, verbose: 1 },
    );
  });

  it('has a name for every setting of an item and a word for every choice', () => {
    const literals: string[] = [];
    const keys = new Set<string>();
    const visit = (schema: unknown, key: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      if ('const' in schema) literals.push(`${key}=${String(schema.const)}`);
      for (const [name, part] of Object.entries(schema)) {
        if (name !== 'properties') visit(part, key);
        else {
          for (const [property, each] of Object.entries(part as object)) {
            keys.add(property);
            visit(each, property);
          }
        }
      }
    };
    visit(ItemSchema, '');
    visit(InternalItemSchema, '');
    for (const texts of [zh, en]) {
      expect([...keys].filter((key) => texts.labels[key] === undefined)).toEqual([]);
      const told = (literal: string): boolean => {
        const [key = '', word = ''] = literal.split('=');
        if (key === 'rule') return texts.agreements[word] !== undefined;
        return texts.choices[key]?.[word] !== undefined;
      };
      // Kinds of nodes are named by sentences; the rest says itself what it is.
      const plain = /^(kind|paper|x-prefill|visits|type=object)/u;
      expect([...new Set(literals)].filter((each) => !plain.test(each) && !told(each))).toEqual([]);
    }
  });
});
