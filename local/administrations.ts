import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Administration } from '../domain/administration/administration.ts';
import { formatFault } from '../domain/administration/faults.ts';
import { readAdministrations } from '../domain/administration/read-administrations.ts';

/** The files are wrong: one line a fault. */
export class ConfigurationFault extends Error {}

/**
 * The administrations of a folder, the CAF first, then by id.
 * @throws ConfigurationFault with every fault of every file
 */
export function administrationsIn(folder: string): Administration[] {
  const files = globSync('*.yaml', { cwd: folder })
    .toSorted()
    .map((file) => ({ path: join(folder, file), text: readFileSync(join(folder, file), 'utf8') }));
  const { administrations, faults } = readAdministrations(files);
  if (faults.length > 0) throw new ConfigurationFault(faults.map(formatFault).join('\n'));
  return administrations.toSorted((a, b) => rank(a).localeCompare(rank(b)));
}

const rank = ({ id }: Administration): string => (id === 'caf' ? '' : id);
