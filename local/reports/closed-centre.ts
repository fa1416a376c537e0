import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Administration } from '../../domain/administration/administration.ts';
import { lineNumber } from '../../domain/administration/line-numbers.ts';
import { readAssembly } from '../assembly/read-assembly.ts';
import { synthesise } from '../assembly/synthesise.ts';
import { startOtherServices } from '../endpoints.ts';
import { createEventClock } from '../event-clock.ts';
import { RecordStreams } from '../firehose/record-streams.ts';
import type { KeptDirectory } from '../keep/kept-directory.ts';
import { workerEnvironment } from '../lambda/environment.ts';
import { createLambdaWorkers } from '../lambda/workers.ts';
import { beside, openLedger } from '../laptop.ts';
import { seededIds } from '../random.ts';
import { openObjects } from '../s3/open-objects.ts';
import type { ReportedLine } from './day-report.ts';

export type ClosedCentre = ReportedLine & { stop(): Promise<void> };

interface ClosedCentreOptions {
  administration: Administration;
  /** Where its clock stands, in milliseconds since the epoch. */
  nowMilliseconds: number;
  /** The centre that was kept there; one that never had a call, without it. */
  keep?: KeptDirectory | undefined;
  /** A cloud assembly that is there already; synthesised anew without it. */
  assembly?: string | undefined;
}

/**
 * What a report needs of a centre that does not run: its functions and what was recorded. Nobody rings, no schedule runs, the clock stands.
 * @throws SynthesisError; KeepFault where a centre runs in that directory
 */
export async function openClosedCentre(options: ClosedCentreOptions): Promise<ClosedCentre> {
  const { administration, nowMilliseconds, keep, assembly } = options;
  const { id } = administration;
  const clock = createEventClock(nowMilliseconds);
  const now = (): number => clock.now();
  // Whoever has the ledger open is the one to write the rest.
  const ledger = keep && (await openLedger(keep, clock));
  const opened = beside(ledger, async () => {
    const directory = assembly ?? mkdtempSync(join(tmpdir(), 'rappel-'));
    if (assembly === undefined) await synthesise({ outDirectory: directory, only: id });
    const deployment = readAssembly(directory, `Rappel-${id}`, { number: lineNumber(administration) });
    return { directory, deployment, kept: keep?.records(id) };
  });
  const { directory, deployment, kept } = await opened;
  const { objects, s3, stopObjects } = await openObjects(deployment, now, keep?.objectsPath);
  const otherServices = await startOtherServices();
  const { endpoint } = otherServices;
  const endpoints = { connect: endpoint, sms: endpoint, eventBridge: endpoint, otherServices: endpoint };
  const dynamoDb = ledger?.endpoint ?? endpoint;
  const lambdas = createLambdaWorkers({
    functions: deployment.functions,
    now,
    environment: (deployed) =>
      workerEnvironment(deployed, deployment.region, { ...endpoints, dynamoDb, s3: s3.endpoint }),
  });
  const newId = seededIds(Date.now());
  const records = new RecordStreams({
    deployment,
    clock,
    store: objects,
    invoker: lambdas,
    newId,
    kept,
  });
  const stop = async (): Promise<void> => {
    await Promise.all([lambdas.stop(), stopObjects(), otherServices.stop(), ledger?.stop()]);
    if (assembly === undefined) rmSync(directory, { recursive: true, force: true });
  };
  return { deployment, lambdas, records, objects, stop };
}
