import { describe, expect, it } from 'vitest';
import { draftKey, dropDraft, keepDraft, readDraft, wordsOf } from './drafts.ts';

describe('what was typed and not sent', () => {
  const key = draftKey('case-1', 'RejectTask t1');

  it('is kept by case and act until it is dropped', () => {
    keepDraft(key, { opinion: '不符合条件' });
    expect(readDraft(key)).toEqual({ opinion: '不符合条件' });
    expect(readDraft(draftKey('case-2', 'RejectTask t1'))).toBeUndefined();
    dropDraft(key);
    expect(readDraft(key)).toBeUndefined();
  });

  it('is shown as its sentences when the act is no longer possible', () => {
    keepDraft(key, { opinion: '不符合条件', basisChoice: '0', reason: '  ' });
    expect(wordsOf(key)).toEqual(['不符合条件']);
    dropDraft(key);
    expect(wordsOf(key)).toEqual([]);
  });
});
