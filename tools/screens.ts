// Makes the pictures of docs/screens: walks the journeys that take them, then shrinks each to a
// palette, since a repository keeps every version of a picture for ever.
//
// node tools/screens.ts

import { spawnSync } from 'node:child_process';
import { readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/screens');
const journeys = ['construction-permit', 'designer'];

const walked = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'e2e',
    ...journeys.map((name) => `e2e/${name}.spec.ts`),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, SCREENSHOTS: '1' } },
);
if (walked.status !== 0) process.exit(walked.status ?? 1);

for (const name of (await readdir(folder)).filter((file) => file.endsWith('.png'))) {
  const path = join(folder, name);
  const small = `${path}.small`;
  await sharp(path)
    .resize({ width: 1200, withoutEnlargement: true })
    .png({ palette: true, colours: 64, effort: 10 })
    .toFile(small);
  await rename(small, path);
  console.log(`${name} ${Math.round((await stat(path)).size / 1024)} KB`);
}
