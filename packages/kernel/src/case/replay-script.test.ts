import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemAround, play, readScript } from '../play/index.ts';
import { calendar, evaluate, rules } from './testing/case.examples.ts';
import { Coverage } from './testing/coverage.examples.ts';
import { internalFlow } from './testing/deep-flow.examples.ts';
import { LongRun } from './testing/long-run.examples.ts';
import { planOf } from './testing/prove-laws.examples.ts';
import { scriptOf } from './testing/replay-script.examples.ts';

test('a run that breaks a law can be replayed: its script leads to the same tasks', () => {
  const plans = planOf(internalFlow, ['internal']);
  fc.assert(
    fc.property(plans, ({ flow, start, seeds }) => {
      const run = new LongRun(flow, start, new Coverage());
      for (const seed of seeds.slice(0, 12)) run.act(seed);
      const script = scriptOf(run.performance());
      // A play has one version of the flow and no unit that work is handed out to.
      fc.pre(!/RebaseCase|HandOutCase/.test(JSON.stringify(script.acts)));
      // It makes documents at once, where in a run they may be late.
      fc.pre(!/issue-document/.test(JSON.stringify(flow)));
      // Nor does it wait for the next act to see that a limit has run out.
      fc.pre(!/"at":"2026-03-0[3-9]/.test(JSON.stringify(script.acts)));
      const item = itemAround(flow, script.form);
      const read = readScript(script, item);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      const played = play({ item, script: read.script, calendar, rules, evaluate });
      const last = played.lines.at(-1);
      expect(last?.open.map(({ taskId }) => taskId).toSorted(), JSON.stringify(script)).toEqual(
        [...run.openTasks()].sort(),
      );
    }),
    { numRuns: 40 },
  );
});
