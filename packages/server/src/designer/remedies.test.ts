import { describe, expect, it } from 'vitest';
import { packProblemTexts } from '../catalogue/messages.zh-CN.ts';
import { hasRemedy, remedyOf } from './remedies.ts';

const codes = Object.keys(packProblemTexts);

describe.each(['zh-CN', 'en'] as const)('what to do about a problem (%s)', (language) => {
  it('is said for every problem that a pack or a draft can have', () => {
    expect(codes.filter((code) => !hasRemedy(code, language))).toEqual([]);
  });

  it('is a sentence', () => {
    for (const code of codes) {
      expect(remedyOf(code as never, language)).toMatch(language === 'en' ? /\.$/u : /。$/u);
    }
  });
});
