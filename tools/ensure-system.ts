// What npm cannot bring: the browser, Chinese fonts for it, and two programs that check sealed
// PDFs. They come from Debian's packages. Tests call this before they need one; a machine
// without apt or without rights gets a sentence that says what to do, never a stack of errno.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type SystemPackage = 'chromium' | 'fonts-noto-cjk' | 'libnss3-tools' | 'poppler-utils';

// One lock for every process of this project on this machine: `flock` lets go of it when its
// holder dies, so a killed test run never blocks the next one.
const lockFile = '/var/lock/yichuang-apt.lock';
const lockWaitSeconds = 900;

const presence: Record<SystemPackage, () => boolean> = {
  chromium: () => chromiumPath() !== undefined,
  'fonts-noto-cjk': hasChineseFont,
  'libnss3-tools': () => findProgram('certutil') !== undefined,
  'poppler-utils': () => findProgram('pdfsig') !== undefined,
};

/** Path of a Chromium on this machine: `CHROMIUM_PATH` first, then PATH; undefined if none. */
export function chromiumPath(): string | undefined {
  const configured = process.env['CHROMIUM_PATH'];
  if (configured !== undefined && existsSync(configured)) return configured;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const found = findProgram(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Names among `names` that this machine lacks, in the order given. */
export function missingSystemPackages(names: readonly SystemPackage[]): SystemPackage[] {
  return names.filter((name) => !presence[name]());
}

/**
 * Installs what is missing with apt-get (as root, or by `sudo -n`); does nothing when all is
 * there. Waits up to 15 minutes for another process that is installing.
 *
 * @throws Error with one sentence for the person at the keyboard, when it cannot install.
 */
export async function ensureSystem(names: readonly SystemPackage[]): Promise<void> {
  await othersToFinish();
  const missing = missingSystemPackages(names);
  if (missing.length === 0) return;
  const prefix = asRoot();
  if (findProgram('apt-get') === undefined || prefix === undefined) {
    throw new Error(whatToDo(missing));
  }
  const output = await run([...prefix, ...installCommand(missing)]);
  const still = missingSystemPackages(names);
  if (still.length > 0) throw new Error(`${whatToDo(still)}\n${output.slice(-2000)}`);
}

// dpkg puts a program's file in place before it has configured it and what it depends on, so a
// file seen while another process holds the lock does not mean that the program runs.
async function othersToFinish(): Promise<void> {
  if (!existsSync(lockFile)) return;
  await run(['flock', '--shared', '--timeout', String(lockWaitSeconds), lockFile, 'true']);
}

// The package lists are fetched only when the install fails without them: a fresh machine has
// none, and on every other one the update costs more than the install.
function installCommand(names: readonly SystemPackage[]): string[] {
  const options = '-y -q --no-install-recommends -o DPkg::Lock::Timeout=600';
  const install = `apt-get install ${options} ${names.join(' ')}`;
  const script = `${install} || (apt-get update -q && ${install})`;
  return [
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'flock',
    '--timeout',
    String(lockWaitSeconds),
    lockFile,
    'sh',
    '-c',
    script,
  ];
}

function asRoot(): string[] | undefined {
  if (process.getuid?.() === 0) return [];
  const sudo = findProgram('sudo');
  if (sudo === undefined) return undefined;
  return spawnSync(sudo, ['-n', 'true']).status === 0 ? [sudo, '-n'] : undefined;
}

function whatToDo(missing: readonly SystemPackage[]): string {
  const list = missing.join(' ');
  return (
    `This machine lacks ${list}, which the tests need. On Debian or Ubuntu run ` +
    `"sudo apt-get install ${list}"; elsewhere install the same programs by your system's way ` +
    `(a Chromium at another place is named by CHROMIUM_PATH).`
  );
}

function findProgram(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  // Debian's users have no sbin in PATH, and cron has next to nothing.
  const found = [...folders, '/usr/bin', '/usr/local/bin'].map((folder) => join(folder, name));
  return found.find((path) => existsSync(path));
}

function hasChineseFont(): boolean {
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true;
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

async function run(command: readonly string[]): Promise<string> {
  const [program, ...args] = command;
  if (program === undefined) throw new Error('nothing to run');
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    // The exit code is not asked: whether the programs are there afterwards is what counts.
    child.on('close', () => resolve(output));
  });
}

// Used by hand too: node tools/ensure-system.ts chromium fonts-noto-cjk
if (import.meta.main) {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !(name in presence));
  if (names.length === 0 || unknown.length > 0) {
    console.error(`Give one or more of: ${Object.keys(presence).join(', ')}.`);
    process.exit(2);
  }
  await ensureSystem(names as SystemPackage[]);
}
