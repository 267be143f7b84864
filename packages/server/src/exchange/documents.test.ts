/** docs/upload.md is what a receiver is built from: its examples are what we send and take. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TSchema } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { describe, expect, it } from 'vitest';
import {
  UploadAnswers,
  UploadBatch,
  UploadDayCount,
  UploadDayList,
  UploadRootAnswers,
  UploadRoots,
} from '@yichuang/contracts';

const text = readFileSync(join(import.meta.dirname, '../../../../docs/upload.md'), 'utf8');
const examples = [...text.matchAll(/```json\n([\s\S]*?)```/gu)].map(
  ([, json = '']) => JSON.parse(json) as unknown,
);

const SCHEMAS: readonly (readonly [string, TSchema])[] = [
  ['a batch', UploadBatch],
  ['its answers', UploadAnswers],
  ['roots', UploadRoots],
  ['their answers', UploadRootAnswers],
  ['the count of a day', UploadDayCount],
  ['the list of a day', UploadDayList],
];

describe('docs/upload.md', () => {
  it.each(SCHEMAS.map(([what, schema], i) => [what, schema, examples[i]] as const))(
    'shows %s as it is',
    (_, schema, example) => {
      expect([...Value.Errors(schema, example)]).toEqual([]);
    },
  );

  it('has no other example, and names each answer', () => {
    expect(examples).toHaveLength(SCHEMAS.length);
    for (const status of ['stored', 'known', 'refused', 'early', 'contradicts']) {
      expect(text).toContain(`\`${status}\``);
    }
  });
});
