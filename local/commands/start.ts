import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { administrationsIn, ConfigurationFault } from '../administrations.ts';
import { SynthesisError } from '../assembly/synthesise.ts';
import { KeepFault } from '../keep/keep-fault.ts';
import { type KeptDirectory, openKeptDirectory } from '../keep/kept-directory.ts';
import { startLaptop } from '../laptop.ts';
import { servePage } from '../page/server.ts';
import { reportFailedDeliveries } from './failed-deliveries.ts';

const usage = 'npm start -- [administration] [--port 3939] [--keep DIR]';

/** `npm start`: the local contact centre on a page, until Ctrl-C. Status 2: the command line was wrong, the port is in use, or what was kept cannot be opened. */
export async function run(parameters: string[]): Promise<number> {
  try {
    const { port, id, keep } = readOptions(parameters);
    const all = administrationsIn('administrations');
    const administrations = id === undefined ? all : all.filter((administration) => administration.id === id);
    if (administrations.length === 0) {
      throw new UsageFault(`no administration "${id}": one of ${all.map((known) => known.id).join(', ')}`);
    }
    const start = { administrations, startMilliseconds: Date.now(), seed: Date.now() };
    const laptop = await startLaptop({ ...start, keep: keep === undefined ? undefined : openKept(keep) });
    try {
      for (const line of laptop.lines) {
        reportFailedDeliveries(line);
        line.staff(0);
      }
      const page = await servePage(laptop, port);
      console.log(`Rappel: http://127.0.0.1:${page.port} (Ctrl-C ends it)`);
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      page.stop();
    } finally {
      await laptop.stop();
    }
    return 0;
  } catch (fault) {
    return statusOf(fault);
  }
}

class UsageFault extends Error {}

function readOptions(parameters: string[]): { port: number; id: string | undefined; keep: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args: parameters,
      allowPositionals: true,
      options: { port: { type: 'string', default: '3939' }, keep: { type: 'string' } },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port "${values.port}": 0 to 65535`);
    if (positionals.length > 1) throw new Error(`too many words: ${positionals.join(' ')}`);
    if (values.keep === '') throw new Error('--keep: the directory is missing');
    return { port, id: positionals[0], keep: values.keep };
  } catch (fault) {
    throw new UsageFault(`${usage}\n${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

function openKept(path: string): KeptDirectory {
  if (process.env['DYNAMODB_ENDPOINT']) {
    throw new UsageFault('--keep keeps the DynamoDB of this machine: it cannot go with DYNAMODB_ENDPOINT');
  }
  return openKeptDirectory(path);
}

function statusOf(fault: unknown): number {
  if (fault instanceof SynthesisError) return fault.exitCode;
  if (fault instanceof ConfigurationFault) {
    console.error(fault.message);
    return 1;
  }
  if (fault instanceof UsageFault || fault instanceof KeepFault) console.error(fault.message);
  else if (fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE') {
    console.error(`${fault.message}: another program listens there; choose another port with --port`);
  } else throw fault;
  return 2;
}
