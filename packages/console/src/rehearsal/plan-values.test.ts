import { describe, expect, it } from 'vitest';
import { plan } from './examples.ts';
import { valuesOf, wishOf } from './plan-values.ts';

describe('the numbers of a rehearsal', () => {
  it('are shown in percent, whole minutes and tenths of days', () => {
    expect(valuesOf(plan)).toEqual({
      perDay: 1.2,
      seed: 1,
      posts: { counter: { people: 2, percent: 50 }, leader: { people: 1, percent: 30 } },
      steps: {
        intake: { minutes: 20, returnPercent: 10 },
        decision: { minutes: 33, returnPercent: 5 },
      },
      branches: { size: { large: 25 } },
      waits: { payment: 1.3 },
    });
  });

  it('are sent only where somebody changed them, now or in an earlier run', () => {
    const untouched = wishOf(plan, valuesOf(plan));
    expect(untouched).toEqual({
      seed: 1,
      posts: { leader: { people: 1, share: 0.3 } },
      steps: {},
      waits: {},
      branches: {},
    });
    const values = valuesOf(plan);
    const changed = wishOf(plan, {
      ...values,
      perDay: 4,
      posts: { ...values.posts, counter: { people: 3, percent: 50 } },
      branches: { size: { large: 40 } },
      waits: { payment: 2 },
    });
    expect(changed).toMatchObject({
      perDay: 4,
      posts: { counter: { people: 3, share: 0.5 } },
      branches: { size: { large: 0.4 } },
      waits: { payment: 2 },
    });
  });
});
