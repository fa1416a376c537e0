import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Administration } from '../domain/administration/administration.ts';
import { lineNumber } from '../domain/administration/line-numbers.ts';
import { readAssembly } from './assembly/read-assembly.ts';
import { synthesise } from './assembly/synthesise.ts';
import type { Clock } from './clock.ts';
import type { ThirdPartyCall } from './connect/third-party.ts';
import { startDynamoDb, type LocalDynamoDb } from './dynamodb/start.ts';
import { createEventClock } from './event-clock.ts';
import { KeepFault } from './keep/keep-fault.ts';
import type { KeptDirectory } from './keep/kept-directory.ts';
import { type KeptLine, type LambdaWrapping, type Line, startLine } from './line.ts';
import { connectLines } from './transfers.ts';

/** The whole laptop: the lines, their clock, and what must be stopped at the end. */
export interface Laptop {
  clock: Clock;
  dynamoDb: LocalDynamoDb;
  lines: Line[];
  stop(): Promise<void>;
}
export interface LaptopOptions {
  /** Whose lines run, in that order. */
  administrations: Administration[];
  startMilliseconds: number;
  seed: number;
  /** For loads: see `createEventClock`. */
  lookaheadMilliseconds?: number | undefined;
  /** Threads for the functions of each line: see `LineOptions`. */
  workers?: number | undefined;
  /** A cloud assembly that is there already; synthesised anew without it. */
  assembly?: string;
  lambdas?: LambdaWrapping | undefined;
  /** Plays the numbers of no line here, which flows hand callers over to; they take the caller over by default. */
  elsewhere?: ((call: ThirdPartyCall) => void) | undefined;
  /** Where the centre goes on from, and survives its end; its clock never goes back. In memory without it. */
  keep?: KeptDirectory | undefined;
}

/** Synthesises the administrations and runs their stacks. @throws SynthesisError, KeepFault, and whatever refuses a template or a flow by name */
export async function startLaptop({
  administrations,
  startMilliseconds,
  seed,
  lookaheadMilliseconds,
  workers,
  assembly,
  lambdas,
  elsewhere,
  keep,
}: LaptopOptions): Promise<Laptop> {
  const beginsAt = Math.max(startMilliseconds, keep?.clockMilliseconds ?? startMilliseconds);
  const clock = createEventClock(beginsAt, { lookaheadMilliseconds });
  const dynamoDb = keep ? await openLedger(keep, clock) : await startDynamoDb({ now: () => clock.now() });
  const kept = await beside(dynamoDb, () => keep && keptLines(keep, administrations, clock));
  const directory = assembly ?? (await beside(dynamoDb, () => synthesised(administrations)));
  const lines: Line[] = [];
  for (const [lineIndex, administration] of administrations.entries()) {
    const deployment = readAssembly(directory, `Rappel-${administration.id}`, { number: lineNumber(administration) });
    const common = { administration, deployment, clock, dynamoDb, seed: seed + lineIndex, lambdas, workers };
    lines.push(await startLine({ ...common, kept: kept?.get(administration.id) }));
  }
  connectLines(lines, elsewhere);
  if (keep) keepClock(keep, clock);
  return {
    clock,
    dynamoDb,
    lines,
    stop: async () => {
      clock.stop();
      keep?.saveClock(clock.now());
      await Promise.all(lines.map((line) => line.stop()));
      await dynamoDb.stop();
      if (assembly === undefined) rmSync(directory, { recursive: true, force: true });
    },
  };
}

const clockSavedEveryMilliseconds = 60_000;

function keepClock(keep: KeptDirectory, clock: Clock): void {
  keep.saveClock(clock.now());
  clock.at(clock.now() + clockSavedEveryMilliseconds, () => keepClock(keep, clock));
}

/** @throws KeepFault */
function keptLines(keep: KeptDirectory, administrations: Administration[], clock: Clock): Map<string, KeptLine> {
  const cutMilliseconds = keep.clockMilliseconds ?? clock.now();
  const saveClock: KeptLine['saveClock'] = (nowMilliseconds) => keep.saveClock(nowMilliseconds);
  const { objectsPath } = keep;
  return new Map(
    administrations.map(({ id }) => {
      return [id, { journal: keep.journal(id), records: keep.records(id), objectsPath, cutMilliseconds, saveClock }];
    }),
  );
}

/** @throws KeepFault */
export async function openLedger({ ledgerPath }: KeptDirectory, clock: Clock): Promise<LocalDynamoDb> {
  try {
    return await startDynamoDb({ now: () => clock.now(), path: ledgerPath, endpoint: '' });
  } catch (fault) {
    const { code, message } = (fault instanceof Error && (fault.cause as NodeJS.ErrnoException | undefined)) || {};
    if (code === 'LEVEL_LOCKED') throw new KeepFault(`${ledgerPath} is in use: another npm start has it open`);
    throw new KeepFault(
      `${ledgerPath} is damaged (${message ?? String(fault)}): move the directory away to begin anew`,
    );
  }
}

/** What fails leaves no server behind. */
export async function beside<T>(dynamoDb: LocalDynamoDb | undefined, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    await dynamoDb?.stop();
    throw fault;
  }
}

async function synthesised(administrations: Administration[]): Promise<string> {
  const outDirectory = mkdtempSync(join(tmpdir(), 'rappel-'));
  const [only, ...others] = administrations;
  await synthesise({ outDirectory, ...(only !== undefined && others.length === 0 && { only: only.id }) });
  return outDirectory;
}
