import { Value } from '@sinclair/typebox/value';
import { LetterEntryBody } from '@yichuang/contracts';
import { describe, expect, it } from 'vitest';
import '../examples/form-value-type.examples.ts';
import { entryProblems, newEntry, toEntry } from './entry-values.ts';

const letter = {
  ...newEntry({ itemCode: 'xf-petition' }),
  title: ' 青石路路灯不亮 ',
  body: '坏了半个月，请修好。',
};

describe('entering a letter', () => {
  it('asks for the kind of matter, a subject and what is written', () => {
    expect(Object.keys(entryProblems(newEntry()))).toEqual(['itemCode', 'title', 'body']);
    expect(entryProblems(letter)).toEqual({});
  });

  it('sends what was typed and nothing that was left empty', () => {
    const body = toEntry(letter);
    expect(body).toEqual({
      channel: 'post',
      itemCode: 'xf-petition',
      form: { title: '青石路路灯不亮', body: '坏了半个月，请修好。' },
      sender: {},
    });
    expect([...Value.Errors(LetterEntryBody, body)]).toEqual([]);
  });

  it('has a day of receipt and a number at its source only where there can be one', () => {
    const typed = { ...letter, receivedOn: '2026-11-20', sourceNumber: 'RX-1' };
    expect(toEntry(typed)).toMatchObject({ receivedOn: '2026-11-20' });
    expect(toEntry(typed)).not.toHaveProperty('sourceNumber');
    expect(toEntry({ ...typed, channel: 'hotline' })).toMatchObject({ sourceNumber: 'RX-1' });
    expect(toEntry({ ...typed, channel: 'visit' })).not.toHaveProperty('receivedOn');
  });

  it('takes representatives line by line, with their telephone or without', () => {
    const joint = { ...letter, people: '30', representatives: '吴一 19900000003\n\n周二' };
    expect(entryProblems(joint)).toEqual({});
    expect(toEntry(joint)).toMatchObject({
      people: 30,
      representatives: [{ name: '吴一', phone: '19900000003' }, { name: '周二' }],
    });
    expect([...Value.Errors(LetterEntryBody, toEntry(joint))]).toEqual([]);
  });

  it('takes five representatives at most, and people as a number', () => {
    const six = ['一', '二', '三', '四', '五', '六'].join('\n');
    const problems = entryProblems({ ...letter, people: '许多', representatives: six });
    expect(Object.keys(problems)).toEqual(['people', 'representatives']);
  });

  it('keeps the kind of the pile for the next letter, and nothing of the last sender', () => {
    const next = newEntry({ channel: 'visit', itemCode: 'xf-petition' });
    expect([next.channel, next.itemCode, next.name]).toEqual(['visit', 'xf-petition', '']);
  });
});
