import { describe, expect, it } from 'vitest';
import type { RehearsalResult } from '@yichuang/contracts';
import { CommandError } from './command-error.ts';
import { rehearsalLines } from './rehearse-lines.ts';
import { rehearseCommand } from './rehearse.ts';

const PERMIT = 'Building construction permit';

async function run(...args: readonly string[]): Promise<string> {
  const lines: string[] = [];
  await rehearseCommand(args, {}, (line) => lines.push(line));
  return lines.join('\n');
}

describe('yichuang rehearse', () => {
  it('gives the result as JSON, and tells people the same in sentences and a picture', async () => {
    const options = ['--seed', '7', '--per-day', '2', '--staff', 'zj-leader=2*0.5', '--json'];
    const result = JSON.parse(await run(PERMIT, ...options, '--lang', 'en')) as RehearsalResult;
    expect(result.plan).toMatchObject({ seed: 7, perDay: 2, perDaySource: 'entered' });
    expect(result.plan.posts.find(({ post }) => post === 'zj-leader')).toMatchObject({
      people: 2,
      share: 0.5,
    });
    const text = rehearsalLines(result, 'en').join('\n');
    expect(text).toMatch(/On average \d+\.\d working days/u);
    expect(text).toMatch(/^ +\d+–\d+ +\d+% +#+$/mu);
  });

  it('says what to write instead', async () => {
    await expect(run()).rejects.toThrow(/^yichuang rehearse ITEM/u);
    await expect(run('Nothing')).rejects.toThrow(/the pack has no item "Nothing"; it has:\n/u);
    await expect(run(PERMIT, '--staff', 'boss=2')).rejects.toThrow(/no post "boss"; it has: zj-/u);
    await expect(run(PERMIT, '--staff', 'zj-leader=0')).rejects.toThrow(CommandError);
    await expect(run(PERMIT, '--per-day', 'many')).rejects.toThrow(/--per-day does not take/u);
  });
});
