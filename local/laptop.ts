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
import { type LambdaWrapping, type Line, startLine } from './line.ts';
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
  /** A cloud assembly that is there already; synthesised anew without it. */
  assembly?: string;
  lambdas?: LambdaWrapping | undefined;
  /** Plays the numbers of no line here, which flows hand callers over to; they take the caller over by default. */
  elsewhere?: ((call: ThirdPartyCall) => void) | undefined;
}

/** Synthesises the administrations and runs their stacks. @throws SynthesisError, and whatever refuses a template or a flow by name */
export async function startLaptop({
  administrations,
  startMilliseconds,
  seed,
  assembly,
  lambdas,
  elsewhere,
}: LaptopOptions): Promise<Laptop> {
  const directory = assembly ?? (await synthesised(administrations));
  const clock = createEventClock(startMilliseconds);
  const dynamoDb = await startDynamoDb({ now: () => clock.now() });
  const lines: Line[] = [];
  for (const [lineIndex, administration] of administrations.entries()) {
    const deployment = readAssembly(directory, `Rappel-${administration.id}`, { number: lineNumber(administration) });
    lines.push(await startLine({ administration, deployment, clock, dynamoDb, seed: seed + lineIndex, lambdas }));
  }
  connectLines(lines, elsewhere);
  return {
    clock,
    dynamoDb,
    lines,
    stop: async () => {
      clock.stop();
      await Promise.all(lines.map((line) => line.stop()));
      await dynamoDb.stop();
      if (assembly === undefined) rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function synthesised(administrations: Administration[]): Promise<string> {
  const outDirectory = mkdtempSync(join(tmpdir(), 'rappel-'));
  const [only, ...others] = administrations;
  await synthesise({ outDirectory, ...(only !== undefined && others.length === 0 && { only: only.id }) });
  return outDirectory;
}
