import type { ItemDefinition } from '@yichuang/kernel/case';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asItemDefinition } from '../catalogue/index.ts';
import { digestOf, type DigestWords } from './digest.ts';

const pack = join(import.meta.dirname, '../../../../packs/office-basics/items');
const itemOf = (name: string): ItemDefinition =>
  asItemDefinition(JSON.parse(readFileSync(join(pack, `${name}.json`), 'utf8')), 'yunxi');
const names: Readonly<Record<string, string>> = { 'yunxi/zjj/aqz': '安全监督站' };
const words = (language: DigestWords['language']): DigestWords => ({
  language,
  orgName: (id) => names[id],
});
const leave = { kind: 'annual', fromOn: '2026-11-23', toOn: '2026-11-25', days: 3, reason: '探亲' };

describe('what a list shows of a case', () => {
  it('is whose it is, what, and the one fact that counts; below, the others', () => {
    expect(digestOf(itemOf('leave'), '李青禾', leave, words('zh-CN'))).toEqual({
      title: '李青禾的请假申请 3 天',
      line: '年休假 · 11月23日 · 11月25日 · 探亲',
    });
  });

  it('is complete in English', () => {
    expect(digestOf(itemOf('leave'), '李青禾', leave, words('en'))).toEqual({
      title: '李青禾: Leave 3 days',
      line: 'Annual leave · 23 Nov · 25 Nov · 探亲',
    });
  });

  it('writes money as money', () => {
    const form = { kind: 'equipment', what: '电脑', amount: 5200.5 };
    expect(digestOf(itemOf('purchase'), '李青禾', form, words('zh-CN')).title).toBe(
      '李青禾的采购申请 ¥5,200.50',
    );
  });

  it('names units, and leaves out what was not filled in', () => {
    const form = { toOrg: 'yunxi/zjj/aqz', subject: '联合检查', dueOn: null };
    expect(digestOf(itemOf('assignment'), '贺正阳', form, words('zh-CN'))).toEqual({
      title: '贺正阳的工作交办 联合检查',
      line: '安全监督站',
    });
  });

  it('shows no secret, even where an item names one', () => {
    const item = itemOf('leave');
    const form = item.form;
    const reason = form?.schema.properties['reason'];
    if (form === undefined || reason === undefined) throw new Error('the pack has no reason');
    const properties = {
      ...form.schema.properties,
      reason: { ...reason, 'x-sensitive': true },
    };
    const secret = { ...item, form: { ...form, schema: { ...form.schema, properties } } };
    expect(digestOf(secret, '李青禾', leave, words('zh-CN')).line).not.toContain('探亲');
  });
});
