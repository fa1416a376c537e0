import type { Clock } from '../clock.ts';
import type { ContactCentre, ContactEvent } from '../connect/centre.ts';
import type { Deployment } from '../deployment.ts';
import type { EventBus } from '../events/bus.ts';
import type { LambdaInvoker } from '../lambda/invoker.ts';
import { LineAlarms } from '../alarms/line-alarms.ts';
import { meterConnect } from './connect-metrics.ts';
import { meteredFunctions, type MeteredFunctions } from './metered-functions.ts';
import { MetricStore } from './metric-store.ts';

/** What CloudWatch would know of a line: fed by what functions print and by what the services of the laptop count, and by nothing else. */
export class LineMetrics {
  readonly store = new MetricStore();
  readonly alarms: LineAlarms;
  readonly #deployment: Deployment;
  readonly #clock: Clock;
  readonly #connect: ReturnType<typeof meterConnect>;
  readonly #rules: ReadonlySet<string>;

  constructor(deployment: Deployment, clock: Clock) {
    this.#deployment = deployment;
    this.#clock = clock;
    this.#rules = new Set([...deployment.eventRules, ...deployment.schedules].map(({ name }) => name));
    const now = (): number => clock.now();
    this.#connect = meterConnect({ store: this.store, instanceId: deployment.instanceId, now });
    this.alarms = new LineAlarms(deployment.alarms, this.store, clock);
  }

  functions(invoker: LambdaInvoker): MeteredFunctions {
    const { functions } = this.#deployment;
    return meteredFunctions(invoker, { functions, store: this.store, now: () => this.#clock.now() });
  }

  noteContact(event: ContactEvent): void {
    this.#connect.note(event);
  }

  /** Evaluates the alarms from now on. */
  start(centre: ContactCentre, bus: EventBus): void {
    this.#connect.follow(centre);
    this.#followRules(bus);
    this.alarms.start(() => {
      this.#connect.sample();
      this.#sampleDeadLetters(bus);
    });
  }

  /** `AWS/Events`: how often a rule has invoked its targets. What its target then makes of it is Lambda's to count. */
  #followRules(bus: EventBus): void {
    bus.onDelivery(({ name: RuleName, attempt }) => {
      if (attempt > 1 || !this.#rules.has(RuleName)) return;
      const id = { namespace: 'AWS/Events', name: 'Invocations', dimensions: { RuleName } };
      this.store.record(id, 1, this.#clock.now());
    });
  }

  #sampleDeadLetters({ deadLetters }: EventBus): void {
    const { deadLetterQueue: QueueName } = this.#deployment;
    if (QueueName === undefined) return;
    const id = { namespace: 'AWS/SQS', name: 'ApproximateNumberOfMessagesVisible', dimensions: { QueueName } };
    this.store.record(id, deadLetters.length, this.#clock.now() - 1);
  }
}
