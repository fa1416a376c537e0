import type { Administration } from '../domain/administration/administration.ts';
import { agentsOnDuty } from '../domain/administration/agents-on-duty.ts';
import { localTime } from '../domain/administration/local-time.ts';
import type { BookingEvent } from '../domain/callback/contract.ts';
import { bookingEventType } from '../domain/callback/contract.ts';
import { createCustomResources, placedNumbers } from './assembly/custom-resources.ts';
import type { CallEvent } from './call-event.ts';
import type { Clock } from './clock.ts';
import { type ConnectApi, startConnectApi } from './connect/api.ts';
import type { ContactCentre } from './connect/centre.ts';
import { createContactCentre } from './connect/contact-centre.ts';
import { contactRecord } from './connect/contact-record.ts';
import type { LocalDynamoDb } from './dynamodb/start.ts';
import { createTables } from './dynamodb/create-tables.ts';
import { startOtherServices } from './endpoints.ts';
import { type EventBus, startEventBus } from './events/bus.ts';
import { contactEventEntry } from './events/contact-event.ts';
import type { KeptRecords } from './firehose/kept-records.ts';
import { RecordStreams } from './firehose/record-streams.ts';
import { bookingLine, smsLine } from './ledger-lines.ts';
import type { LineJournal } from './keep/line-journal.ts';
import { workerEnvironment } from './lambda/environment.ts';
import type { LambdaInvoker } from './lambda/invoker.ts';
import { createLambdaWorkers } from './lambda/workers.ts';
import type { Deployment } from './deployment.ts';
import { LineMetrics } from './metrics/line-metrics.ts';
import type { MeteredFunctions } from './metrics/metered-functions.ts';
import { seededIds, seededRandom } from './random.ts';
import type { ObjectStore } from './s3/object-store.ts';
import { openObjects } from './s3/open-objects.ts';
import { type SmsApi, startSmsApi } from './sms/api.ts';
import { tellDeliveries } from './sms/deliveries.ts';

export interface LineOptions {
  administration: Administration;
  deployment: Deployment;
  clock: Clock;
  dynamoDb: LocalDynamoDb;
  seed: number;
  lambdas?: LambdaWrapping | undefined;
  /** Threads for the functions; as many as there are invocations at once, without it. */
  workers?: number | undefined;
  /** Its contacts and SMS of before, and what comes of it now. */
  kept?: KeptLine | undefined;
}
export interface KeptLine {
  journal: LineJournal;
  records: KeptRecords;
  objectsPath: string;
  /** When the centre that kept them stopped, in milliseconds since the epoch. */
  cutMilliseconds: number;
  saveClock(nowMilliseconds: number): void;
}

/** Puts something between the line and its functions, for instance faults that no endpoint can cause. */
export type LambdaWrapping = (invoker: LambdaInvoker, deployment: Deployment) => LambdaInvoker;

/** One administration's line on the laptop: its stack, running. */
export interface Line {
  administration: Administration;
  deployment: Deployment;
  centre: ContactCentre;
  connect: ConnectApi;
  sms: SmsApi;
  bus: EventBus;
  lambdas: MeteredFunctions;
  records: RecordStreams;
  objects: ObjectStore;
  /** What CloudWatch would know of it, and the alarms that it would raise. */
  metrics: LineMetrics;
  /** Every event of the line, whatever emits it: contact centre, ledger, SMS. */
  onEvent(listener: (event: CallEvent) => void): void;
  /** Puts callers in every queue, before whoever rings next. */
  addWaitingCallers(count: number): void;
  /** Staffs every queue as the YAML says for this half hour, all busy, and `free` agents besides; `none`: nobody. */
  staff(free: number | 'none'): void;
  stop(): Promise<void>;
}

/** The ids of objects are a stream of their own, so that they take nothing from the calls. */
const streamSeed = 1_000_003;

/** Creates the tables, starts the endpoints and the workers, and opens the contact centre, in the order in which each needs the others. */
export async function startLine(options: LineOptions): Promise<Line> {
  const { administration, deployment, clock, dynamoDb, seed, kept, lambdas: wrapped = (invoker) => invoker } = options;
  await createTables(dynamoDb.endpoint, deployment.region, deployment.tables);
  const services = await startServices(options, () => centre);
  const { connect, sms, objects } = services;
  const workers: LambdaInvoker = createLambdaWorkers({
    functions: deployment.functions,
    workers: options.workers,
    now: () => clock.now(),
    environment: (deployed) =>
      workerEnvironment(deployed, deployment.region, {
        ...services.endpoints,
        dynamoDb: dynamoDb.endpoint,
        eventBridge: bus.endpoint,
      }),
  });
  const metrics = new LineMetrics(deployment, clock);
  const lambdas = metrics.functions(wrapped(workers, deployment));
  const records = new RecordStreams({
    deployment,
    clock,
    store: objects,
    invoker: lambdas,
    newId: seededIds(seed + streamSeed),
    kept: kept?.records,
  });
  const bus = await startEventBus({
    deployment,
    clock,
    invoker: lambdas,
    putRecord: (arn, record) => records.put(arn, record),
  });
  tellDeliveries(sms, clock, (entry) => bus.put(entry));
  const centre: ContactCentre = createContactCentre({
    deployment,
    clock,
    lambdas,
    random: seededRandom(seed),
    newId: seededIds(seed),
    allowedCountries: administration.sms.countries,
    onContactRecord: (record) => {
      const { contactRecordsStream } = deployment;
      if (contactRecordsStream) records.put(contactRecordsStream, contactRecord(deployment, record));
    },
    concurrentCalls: administration.quotas.concurrentCalls,
    onContactEvent: (event) => {
      const { contactId, description } = event;
      metrics.noteContact(event);
      kept?.saveClock(clock.now());
      kept?.journal.noteContact({ description, attributes: centre.attributes(contactId) ?? {} });
      bus.put(contactEventEntry(deployment, event));
    },
  });
  await createCustomResources(deployment, lambdas);
  bus.startSchedules();
  metrics.start(centre, bus);
  if (kept) resume(kept, centre, sms);
  const stop = async (): Promise<void> => {
    if (kept) await records.flush();
    await Promise.all([lambdas.stop(), bus.stop(), services.stop()]);
  };
  const parts = { administration, deployment, centre, connect, sms, bus, lambdas, records, objects, metrics };
  return { ...parts, onEvent: eventsOf(parts, clock), ...population(parts, clock), stop };
}

/** What the functions call, but the ledger and the bus. */
async function startServices({ administration, deployment, clock, kept }: LineOptions, centre: () => ContactCentre) {
  const now = (): number => clock.now();
  const connect = await startConnectApi({
    deployment,
    centre,
    now,
    allowedCountries: administration.sms.countries,
    phoneNumbers: placedNumbers(deployment),
  });
  const sms = await startSmsApi(deployment.sms, now);
  const { objects, s3, stopObjects } = await openObjects(deployment, now, kept?.objectsPath);
  const otherServices = await startOtherServices();
  return {
    connect,
    sms,
    objects,
    endpoints: {
      connect: connect.endpoint,
      sms: sms.endpoint,
      s3: s3.endpoint,
      otherServices: otherServices.endpoint,
    },
    stop: async () => {
      await Promise.all([connect.stop(), sms.stop(), otherServices.stop(), stopObjects()]);
    },
  };
}

function resume({ journal, cutMilliseconds }: KeptLine, centre: ContactCentre, sms: SmsApi): void {
  sms.restore(journal.sms());
  sms.onSent((message) => journal.noteSms(message));
  centre.restore(journal.contacts(), cutMilliseconds);
}

type Parts = Pick<Line, 'administration' | 'deployment' | 'centre' | 'sms' | 'bus'>;

function eventsOf({ administration, centre, sms, bus }: Parts, clock: Clock): Line['onEvent'] {
  return (listener) => {
    centre.onEvent(listener);
    sms.onSent((message) => listener(smsLine(message, administration.timeZone)));
    bus.onPut((entry) => {
      if (entry.detailType !== bookingEventType) return;
      listener(bookingLine(entry.detail as BookingEvent, clock.now(), administration.timeZone));
    });
  };
}

function population(
  { administration, deployment, centre }: Parts,
  clock: Clock,
): Pick<Line, 'addWaitingCallers' | 'staff'> {
  const queues = Object.entries(administration.queues).map(([id, queue]) => {
    const deployed = deployment.queues.find(({ name }) => name === id);
    if (deployed === undefined) throw new Error(`${deployment.stackName} has no queue ${id}`);
    return { queue, arn: deployed.arn };
  });
  return {
    addWaitingCallers: (count) => {
      for (const { arn } of queues) centre.addWaitingCallers(arn, count);
    },
    staff: (free) => {
      const { minutes } = localTime(new Date(clock.now()), administration.timeZone);
      for (const { queue, arn } of queues) {
        centre.staffQueue(arn, {
          busyAgents: free === 'none' ? 0 : agentsOnDuty(queue, minutes),
          freeAgents: free === 'none' ? 0 : free,
          handleTimeSeconds: queue.handleTimeSeconds,
        });
      }
    },
  };
}
