import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lineNumber } from '../../domain/administration/line-numbers.ts';
import { administrationsIn, ConfigurationFault } from '../administrations.ts';
import { readAssembly } from '../assembly/read-assembly.ts';
import { synthesise, SynthesisError } from '../assembly/synthesise.ts';
import { flowPages } from '../drawing/flow-pages.ts';
import { UsageFault } from './call-options.ts';

/** The one whose pages are kept with the code: the flows of the others differ in little. */
const drawnByDefault = 'caf';

/** `npm run flow -- draw [administration]`: the flows of an administration as pages in `docs/flows/<id>/`. */
export async function run([id = drawnByDefault, ...others]: string[]): Promise<number> {
  const outDirectory = mkdtempSync(join(tmpdir(), 'rappel-'));
  try {
    const administrations = administrationsIn('administrations');
    const administration = administrations.find((known) => known.id === id);
    if (administration === undefined || others.length > 0) {
      throw new UsageFault(
        `npm run flow -- draw [administration]: one of ${administrations.map((known) => known.id).join(', ')}`,
      );
    }
    await synthesise({ outDirectory, only: id });
    const deployment = readAssembly(outDirectory, `Rappel-${id}`, { number: lineNumber(administration) });
    const folder = join('docs/flows', id);
    const pages = flowPages(administration, deployment);
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(folder)) if (!pages.has(file)) rmSync(join(folder, file));
    for (const [file, page] of pages) writeFileSync(join(folder, file), page);
    console.log(`${pages.size} pages in ${folder}`);
    return 0;
  } catch (fault) {
    if (fault instanceof SynthesisError) return fault.exitCode;
    if (!(fault instanceof ConfigurationFault)) throw fault;
    console.error(fault.message);
    return 1;
  } finally {
    rmSync(outDirectory, { recursive: true, force: true });
  }
}
