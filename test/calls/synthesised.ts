import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { synthesise } from '../../local/assembly/synthesise.ts';
import { withValues } from '../administration/configuration-files.ts';

const pollMilliseconds = 50;

/** The folder of the files that the repository ships. */
export const shippedFolder = 'administrations';

export const cafAssembly = (): Promise<string> => assemblyOf('caf');

/** An administration's stack, synthesised by the first test file that asks for it; the others wait. */
export async function assemblyOf(id: string, folder = shippedFolder): Promise<string> {
  const name = folder === shippedFolder ? id : basename(folder);
  const directory = join(sharedDirectory(), name);
  const ready = join(sharedDirectory(), `${name}-is-ready`);
  while (!existsSync(ready)) {
    if (claims(directory)) await build({ only: id, folder, outDirectory: directory }, ready);
    else await wait(pollMilliseconds);
  }
  return directory;
}

/** A folder of that name with one administration's file, some of its values replaced. */
function folderWith(name: string, { id, values }: { id: string; values: Values }): string {
  const folder = join(sharedDirectory(), 'files', name);
  mkdirSync(folder, { recursive: true });
  // Several test files may write it at once, and another read it meanwhile: always the same, and whole.
  const written = join(folder, `.${process.pid}`);
  writeFileSync(written, withValues(readFileSync(join(shippedFolder, `${id}.yaml`), 'utf8'), values));
  renameSync(written, join(folder, `${id}.yaml`));
  return folder;
}

/** The file of an administration that calls those later who were never served. */
export const laterSurveyFolder = (id = 'caf'): string =>
  folderWith(`${id}-later-survey`, { id, values: [[['survey'], { afterNoAnswer: true }]] });

type Values = Parameters<typeof withValues>[1];

function sharedDirectory(): string {
  const shared = process.env['RAPPEL_TESTS_SHARED'];
  if (shared === undefined) throw new Error('test/global-setup.ts has not run');
  return shared;
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

async function build(wanted: Parameters<typeof synthesise>[0], ready: string): Promise<void> {
  try {
    await synthesise(wanted);
    writeFileSync(ready, '');
  } catch (error) {
    rmSync(wanted.outDirectory, { recursive: true, force: true });
    throw error;
  }
}
