import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { DeployedSchedule, Deployment } from '../deployment.ts';
import { listenLocally, ServiceError, type Endpoint } from '../http-endpoint.ts';
import type { InvocationResult, LambdaInvoker } from '../lambda/invoker.ts';
import type { BusEntry } from './bus-entry.ts';
import { matchesPattern, refuseUnknownComparisons } from './event-pattern.ts';
import { nextRun } from './next-run.ts';
import { putEvents } from './put-events.ts';

interface Delivery {
  /** Rule or schedule. */
  name: string;
  functionArn: string;
  attempt: number;
  result: InvocationResult;
}
interface DeadLetter {
  functionArn: string;
  event: unknown;
  message: string;
}
export interface EventBus extends Endpoint {
  /** Delivers to the rules that match, a little later on the clock. */
  put(entry: BusEntry): void;
  /** Schedules run from now on, at the next full interval of the clock. */
  startSchedules(): void;
  onDelivery(listener: (delivery: Delivery) => void): void;
  /** Whatever is put on the bus, before any rule. */
  onPut(listener: (entry: BusEntry) => void): void;
  deadLetters: readonly DeadLetter[];
  /** Sends all of them again, as docs/runbook.md does by hand. */
  redrive(): void;
}
export interface EventBusOptions {
  deployment: Pick<Deployment, 'region' | 'accountId' | 'eventRules' | 'schedules'>;
  clock: Clock;
  invoker: LambdaInvoker;
  /** Takes what a rule writes to a delivery stream. */
  putRecord: (streamArn: string, record: unknown) => void;
}
type Fields = Record<string, unknown>;

const deliveryMilliseconds = 200;
/** An asynchronous invocation that fails is repeated after one minute, then after two more. */
const retryAfterMilliseconds = [60_000, 120_000];

/**
 * The default EventBridge bus: rules, schedules and retries on the clock of the contact centre.
 * @throws Error naming a rule whose pattern is not played
 */
export async function startEventBus(options: EventBusOptions): Promise<EventBus> {
  const bus = new Bus(options);
  const endpoint = await listenLocally(async ({ target, body }) => {
    try {
      return putEvents((entry) => bus.put(entry), target, body);
    } catch (error) {
      if (error instanceof ServiceError) return error.toAnswer();
      throw error;
    }
  });
  return {
    endpoint: endpoint.endpoint,
    deadLetters: bus.deadLetters,
    redrive: () => bus.redrive(),
    put: (entry) => bus.put(entry),
    startSchedules: () => bus.startSchedules(),
    onDelivery: (listener) => bus.onDelivery(listener),
    onPut: (listener) => bus.onPut(listener),
    stop: async () => {
      bus.stop();
      await endpoint.stop();
    },
  };
}

class Bus {
  readonly deadLetters: DeadLetter[] = [];
  readonly #options: EventBusOptions;
  readonly #listeners: ((delivery: Delivery) => void)[] = [];
  readonly #putListeners: ((entry: BusEntry) => void)[] = [];
  readonly #cancellations = new Set<() => void>();

  constructor(options: EventBusOptions) {
    this.#options = options;
    for (const { name, pattern } of options.deployment.eventRules) refuseUnknownComparisons(name, pattern);
  }

  onDelivery(listener: (delivery: Delivery) => void): void {
    this.#listeners.push(listener);
  }

  onPut(listener: (entry: BusEntry) => void): void {
    this.#putListeners.push(listener);
  }

  put(entry: BusEntry): string {
    const { deployment, clock, putRecord } = this.#options;
    for (const listener of this.#putListeners) listener(entry);
    const event = this.#envelope(entry, new Date(clock.now()));
    for (const rule of deployment.eventRules) {
      if (!matchesPattern(rule.pattern, event)) continue;
      for (const streamArn of rule.streamArns) putRecord(streamArn, event);
      for (const functionArn of rule.functionArns) {
        this.#at(clock.now() + deliveryMilliseconds, () => this.#deliver(rule.name, functionArn, event, 1));
      }
    }
    return String(event['id']);
  }

  startSchedules(): void {
    for (const schedule of this.#options.deployment.schedules) this.#nextRun(schedule);
  }

  stop(): void {
    for (const cancel of this.#cancellations) cancel();
    this.#cancellations.clear();
  }

  redrive(): void {
    for (const { functionArn, event } of this.deadLetters.splice(0)) this.#deliver('redrive', functionArn, event, 1);
  }

  #nextRun(schedule: DeployedSchedule): void {
    const at = nextRun(schedule, this.#options.clock.now());
    if (at === undefined) return;
    this.#at(at, () => {
      this.#nextRun(schedule);
      this.#deliver(schedule.name, schedule.functionArn, this.#scheduledInput(schedule.input, new Date(at)), 1);
    });
  }

  /** A schedule without an input of its own sends the usual envelope. */
  #scheduledInput(input: unknown, at: Date): unknown {
    const fields = typeof input === 'object' && input !== null ? (input as Fields) : {};
    if (fields['source'] !== 'aws.events') return input;
    return this.#envelope({ source: 'aws.events', detailType: 'Scheduled Event', detail: {} }, at);
  }

  #envelope({ source, detailType, detail, resources = [] }: BusEntry, at: Date): Fields {
    const { region, accountId } = this.#options.deployment;
    const time = at.toISOString().replace(/\.\d+Z$/, 'Z');
    return {
      version: '0',
      id: randomUUID(),
      'detail-type': detailType,
      source,
      account: accountId,
      time,
      region,
      resources,
      detail,
    };
  }

  #deliver(name: string, functionArn: string, event: unknown, attempt: number): void {
    void this.#options.clock.during(this.#invoke(name, functionArn, event, attempt));
  }

  async #invoke(name: string, functionArn: string, event: unknown, attempt: number): Promise<void> {
    const result = await this.#options.invoker.invoke(functionArn, event);
    for (const listener of this.#listeners) listener({ name, functionArn, attempt, result });
    if (result.result !== 'ok') this.#retry(name, functionArn, event, attempt, result);
  }

  #retry(name: string, functionArn: string, event: unknown, attempt: number, failure: InvocationResult): void {
    const wait = retryAfterMilliseconds[attempt - 1];
    if (wait !== undefined) {
      const at = this.#options.clock.now() + wait;
      this.#at(at, () => this.#deliver(name, functionArn, event, attempt + 1));
      return;
    }
    const message = failure.result === 'error' ? failure.message : failure.result;
    this.deadLetters.push({ functionArn, event, message });
  }

  #at(timeMilliseconds: number, action: () => void): void {
    const cancel = this.#options.clock.at(timeMilliseconds, () => {
      this.#cancellations.delete(cancel);
      action();
    });
    this.#cancellations.add(cancel);
  }
}
