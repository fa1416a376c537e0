import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { synthesise } from '../../local/assembly/synthesise.ts';

const pollMilliseconds = 50;

export const cafAssembly = (): Promise<string> => assemblyOf('caf');

/** An administration's stack, synthesised by the first test file that asks for it; the others wait. */
export async function assemblyOf(id: string): Promise<string> {
  const shared = process.env['RAPPEL_TESTS_SHARED'];
  if (shared === undefined) throw new Error('test/global-setup.ts has not run');
  const directory = join(shared, id);
  const ready = join(shared, `${id}-is-ready`);
  while (!existsSync(ready)) {
    if (claims(directory)) await build(id, directory, ready);
    else await wait(pollMilliseconds);
  }
  return directory;
}

/** Making a folder succeeds for one process only. */
function claims(directory: string): boolean {
  try {
    mkdirSync(directory);
    return true;
  } catch (error) {
    // An error of Node's own is of another realm than jest's `Error`.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function build(id: string, directory: string, ready: string): Promise<void> {
  try {
    await synthesise({ only: id, outDirectory: directory });
    writeFileSync(ready, '');
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
}
