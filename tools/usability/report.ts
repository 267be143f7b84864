// docs/usability.md from what was measured. No number in it is typed by hand.

import type { MeasuredAct } from './acts.ts';
import { keysPerCharacter, operators, type Effort } from './hand.ts';

export interface Measured {
  readonly act: MeasuredAct;
  readonly effort: Effort;
}

/** Minutes for one handling by hand, as the source has it (shared/requirements.md, F3 [000]). */
export const paperMinutes = { from: 5, to: 8 } as const;

export function reportOf(measured: readonly Measured[], machine: string): string {
  const totals = measured.map(({ effort }) => totalOf(effort));
  const slowest = Math.max(...totals);
  const paper = paperMinutes.from * 60;
  return `# Usability: clicks and seconds

Made by \`npm run usability\`: a county is started, each act is done in Chromium by role and label,
and this page is written. Nobody types a number here; do not edit it.

The mark to beat is paper: ${paperMinutes.from} to ${paperMinutes.to} minutes for one handling by
hand (requirement F3, source 000). The slowest act below takes ${slowest.toFixed(0)} s: paper at its
best takes ${(paper / slowest).toFixed(0)} times as long.

| Act | On | Clicks | Keys | Pages | Person s | Machine s | Together s | Paper ÷ it |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${measured.map(rowOf).join('\n')}

- **From where to where.** Logged in, on the list that one starts on (a resident: on the home page),
  until the words that say it is done. What is read to judge a case is not in it, on paper or here.
- **Clicks** are presses of the mouse or taps, also those that put the cursor into a field. **Keys**
  are keys pressed: ${keysPerCharacter} for a Chinese character (full pinyin and the choice), 1 for
  any other sign. **Pages** are pages, cases or previews that come up and have to be taken in.
- **Person** is the keystroke-level model (Card, Moran, Newell 1980) with its published values:
  key ${operators.key} s, pointing ${operators.point} s, press ${operators.press} s, hand between
  mouse and keyboard ${operators.home} s (not on a phone), thinking ${operators.think} s before each
  click and once for each page. Nothing is taken off for practice, or for the keys that whoever
  knows the page presses instead of clicking.
- **Machine** is measured: from each input until what it leads to can be seen or clicked, Chromium
  and its driver included, one run on ${machine}.
- **Paper ÷ it** takes paper at its best, ${paperMinutes.from} minutes.
`;
}

function rowOf({ act, effort }: Measured): string {
  const { clicks, keys, pages, personSeconds, machineSeconds } = effort;
  const total = totalOf(effort);
  const cells = [
    act.name,
    act.screen,
    clicks,
    keys,
    pages,
    personSeconds.toFixed(1),
    machineSeconds.toFixed(1),
    total.toFixed(1),
    `${((paperMinutes.from * 60) / total).toFixed(0)} ×`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function totalOf({ personSeconds, machineSeconds }: Effort): number {
  return personSeconds + machineSeconds;
}
