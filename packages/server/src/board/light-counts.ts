import type { LightCounts } from '@yichuang/contracts';

export const noLights: LightCounts = {
  open: 0,
  green: 0,
  yellow: 0,
  red: 0,
  grey: 0,
  wasLate: 0,
  step: { yellow: 0, red: 0 },
  promise: { yellow: 0, red: 0 },
  statute: { yellow: 0, red: 0 },
};

export function addLights(a: LightCounts, b: LightCounts): LightCounts {
  return {
    open: a.open + b.open,
    green: a.green + b.green,
    yellow: a.yellow + b.yellow,
    red: a.red + b.red,
    grey: a.grey + b.grey,
    wasLate: a.wasLate + b.wasLate,
    step: addLevel(a.step, b.step),
    promise: addLevel(a.promise, b.promise),
    statute: addLevel(a.statute, b.statute),
  };
}

type LevelCounts = LightCounts['step'];

function addLevel(a: LevelCounts, b: LevelCounts): LevelCounts {
  return { yellow: a.yellow + b.yellow, red: a.red + b.red };
}
