// Counts clicks, keys, pages and seconds of the most frequent acts; writes docs/usability.md.
//
// npm run usability

import { writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { setup } from '../e2e/global-setup.ts';
import { measuredActs } from './usability/acts.ts';
import { reportOf, type Measured } from './usability/report.ts';
import { openSetting } from './usability/setting.ts';

await setup();
const [load = 0] = loadavg();
const machine = `${availableParallelism()} cores at a load of ${load.toFixed(1)}`;
const setting = await openSetting();
try {
  const measured: Measured[] = [];
  for (const act of measuredActs) {
    const hand = await act.run(setting);
    const effort = hand.effort();
    await hand.page.context().close();
    measured.push({ act, effort });
    console.log(`${act.name}: ${JSON.stringify(effort)}`);
  }
  const path = join(import.meta.dirname, '../docs/usability.md');
  // The table's columns are aligned as everywhere in the project.
  const style = { ...(await resolveConfig(path)), filepath: path };
  await writeFile(path, await format(reportOf(measured, machine), style));
  console.log('docs/usability.md is written');
} finally {
  await setting.close();
}
