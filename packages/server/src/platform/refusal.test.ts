import { describe, expect, it } from 'vitest';
import { fileRefusals } from './files/index.ts';
import { platformRefusals } from './http/index.ts';
import { mergeRefusals } from './refusal.ts';
import { peopleRefusals } from '../people/refusals.ts';

const registries = { platform: platformRefusals, files: fileRefusals, people: peopleRefusals };

describe.each(Object.entries(registries))('the refusals of %s', (_, { entries, texts }) => {
  it('have a text for each code in both languages, and no text without a code', () => {
    const codes = Object.keys(entries).toSorted();
    expect(Object.keys(texts['zh-CN']).toSorted()).toEqual(codes);
    expect(Object.keys(texts.en).toSorted()).toEqual(codes);
  });

  it('say what is the matter and what to do, as whole sentences', () => {
    for (const { detail, nextStep } of Object.values(texts['zh-CN'])) {
      expect(`${detail} ${nextStep}`).toMatch(/。.*。$/s);
    }
    for (const { detail, nextStep } of Object.values(texts.en)) {
      expect(`${detail} ${nextStep}`).toMatch(/\..*\.$/s);
    }
  });

  it('name the same parameters in both languages', () => {
    const named = (text: { detail: string; nextStep: string } | undefined): string[] =>
      [...`${text?.detail}${text?.nextStep}`.matchAll(/\{\w+\}/g)].map(String).toSorted();
    for (const code of Object.keys(entries)) {
      expect([code, named(texts.en[code])]).toEqual([code, named(texts['zh-CN'][code])]);
    }
  });
});

describe('one registry', () => {
  it('has every code once', () => {
    const all = mergeRefusals(...Object.values(registries));
    expect(Object.keys(all.entries)).toHaveLength(
      Object.values(registries).reduce((sum, each) => sum + Object.keys(each.entries).length, 0),
    );
    expect(() => mergeRefusals(peopleRefusals, peopleRefusals)).toThrow('registered twice');
  });

  it('refuses a code without a text', () => {
    const texts = { 'zh-CN': {}, en: {} };
    expect(() => mergeRefusals({ entries: { odd: { http: 409 } }, texts })).toThrow('no text');
  });
});
