import type { CallEvent } from '../call-event.ts';
import type { Clock } from '../clock.ts';
import type { ActionStarted, Override } from '../connect/action-started.ts';
import type { Line } from '../line.ts';
import { brokenAssertion } from './assertion.ts';
import { actionsInOrder } from './chains.ts';
import { actionInWords, failureOf, type RunEnd } from './failures.ts';
import type { TestAction } from './language-actions.ts';
import type { Observation } from './language.ts';
import { isHeard } from './matching.ts';
import { Observations } from './observations.ts';
import { OverriddenActions } from './overridden-actions.ts';
import { type TestCase, TestCaseRefused } from './read-test-case.ts';
import { TestResources, usedBy } from './resources.ts';
import { SimulatedCustomer } from './simulated-customer.ts';

/** The service ends a run after this time. */
const longestRunMilliseconds = 5 * 60_000;

type CalledLine = Pick<Line, 'centre' | 'deployment'>;

/** What came of a run. */
export interface Execution {
  startMilliseconds: number;
  endMilliseconds: number;
  /** In the order of the test case; without a failure it passed. */
  observations: { identifier: string; failure: string | undefined; atMilliseconds: number | undefined }[];
}

/** Why a test case failed, one sentence an observation; none where it passed. */
export const failuresOf = ({ observations }: Execution): string[] =>
  observations.flatMap(({ failure }) => failure ?? []);

/**
 * Calls the line as a test case says, and observes what happens. The run is over with `EndTest`, when an assertion fails, with the
 * call, or after five minutes of the line's clock.
 * @param observed told of every observation that is met
 * @throws TestCaseRefused where the test case names what the line does not have
 */
export function runTestCase(
  testCase: TestCase,
  { line, clock, observed = () => {} }: { line: CalledLine; clock: Clock; observed?: (identifier: string) => void },
): Promise<Execution> {
  const resources = new TestResources(line.deployment);
  resources.refuseUnknown(testCase);
  const { to } = testCase;
  if (to !== undefined && to !== line.deployment.number) {
    throw new TestCaseRefused(`EntryPoint: ${to} is not the number of this line, ${line.deployment.number}`);
  }
  return new TestRun(testCase, line, clock, resources, observed).run();
}

class TestRun {
  readonly #testCase: TestCase;
  readonly #line: CalledLine;
  readonly #clock: Clock;
  readonly #resources: TestResources;
  readonly #observed: (identifier: string) => void;
  readonly #observations: Observations;
  readonly #overrides: OverriddenActions;
  readonly #customer: SimulatedCustomer;
  readonly #unexpected = { messages: [] as string[], actions: [] as string[] };
  readonly #assertions = new Map<Observation, string>();
  readonly #metAt = new Map<Observation, number>();
  #values: () => Record<string, unknown>;
  #end: RunEnd | undefined;

  constructor(
    testCase: TestCase,
    line: CalledLine,
    clock: Clock,
    resources: TestResources,
    observed: (identifier: string) => void,
  ) {
    this.#testCase = testCase;
    this.#line = line;
    this.#clock = clock;
    this.#resources = resources;
    this.#observed = observed;
    this.#observations = new Observations(testCase.observations);
    this.#overrides = new OverriddenActions(resources);
    this.#customer = new SimulatedCustomer(line.centre, clock);
    this.#values = () => ({ Attributes: testCase.attributes });
  }

  async run(): Promise<Execution> {
    const startMilliseconds = this.#clock.now();
    this.#happened(({ Event }) => Event.Type === 'TestInitiated');
    if (this.#end === undefined) this.#call();
    const untilMilliseconds = startMilliseconds + longestRunMilliseconds;
    const isOver = await this.#clock.runWhile(() => this.#end !== undefined, untilMilliseconds);
    // Where nothing more would happen, time passes all the same.
    if (!isOver) await this.#clock.runUntil(untilMilliseconds);
    this.#finish('timeout');
    return {
      startMilliseconds,
      endMilliseconds: this.#clock.now(),
      observations: this.#testCase.observations.map((observation) => ({
        identifier: observation.Identifier,
        failure: this.#failure(observation),
        atMilliseconds: this.#metAt.get(observation),
      })),
    };
  }

  #call(): void {
    const { centre, deployment } = this.#line;
    const { flow, from = 'anonymous', attributes } = this.#testCase;
    const entry = flow === undefined ? deployment.entryFlowArn : this.#resources.arn('flow', flow);
    const contactId = this.#customer.call(from, entry);
    centre.updateAttributes(contactId, attributes);
    centre.onAction((started) => this.#actionStarted(started));
    centre.onEvent((event) => this.#told(event));
  }

  #told(event: CallEvent): void {
    if (event.contactId !== this.#customer.contactId || this.#end !== undefined) return;
    if (event.kind === 'ended') return this.#finish('callEnded');
    if (event.kind !== 'heard' || event.by !== 'caller') return;
    const { text } = event;
    const met = this.#happened(({ Event }) => Event.Type === 'MessageReceived' && isHeard(Event.Properties, text));
    if (!met) this.#unexpected.messages.push(`« ${text} »`);
  }

  /** What is observed of an action may set up what happens at the next one like it, not at this one. */
  #actionStarted(started: ActionStarted): Override | undefined {
    const isOfCaller = started.contactId === this.#customer.contactId && started.hearer === 'caller';
    if (!isOfCaller || this.#end !== undefined) return undefined;
    this.#values = started.values;
    const { type, resource } = started;
    const override = this.#overrides.take(started);
    if (resource === undefined) return override;
    const met = this.#happened(({ Event }) => {
      if (Event.Type !== 'FlowActionStarted' || Event.Properties.ActionType !== type) return false;
      return this.#resources.isSame(usedBy(Event.Properties), resource);
    });
    if (!met) this.#unexpected.actions.push(actionInWords(type, this.#resources.nameOf(resource)));
    return override;
  }

  /** Does what follows from an event; whether any observation took it. */
  #happened(isMetBy: (observation: Observation) => boolean): boolean {
    const met = this.#observations.meet(isMetBy);
    for (const observation of met) {
      this.#metAt.set(observation, this.#clock.now());
      this.#observed(observation.Identifier);
    }
    for (const observation of met) for (const action of actionsInOrder(observation)) this.#do(action, observation);
    return met.length > 0;
  }

  #do(action: TestAction, observation: Observation): void {
    const isCompleted = observation.Event.Type === 'TestCompleted';
    if (this.#end !== undefined && !isCompleted) return;
    switch (action.Type) {
      case 'SendInstruction': {
        const { Instruction } = action.Parameters;
        if (Instruction.Type === 'DtmfInput') return this.#customer.key(Instruction.Properties.Value);
        return this.#finish('callEnded');
      }
      case 'Assert': {
        const broken = brokenAssertion(action.Parameters, this.#values());
        if (broken === undefined) return;
        this.#assertions.set(observation, `"${observation.Identifier}": ${broken}`);
        return this.#finish('assertion');
      }
      case 'OverrideSystemBehavior':
        return this.#overrides.add(action.Parameters.Behavior.Properties);
      case 'TestControl':
        return this.#finish('endTest');
      default:
        return action satisfies never;
    }
  }

  #finish(end: RunEnd): void {
    if (this.#end !== undefined) return;
    this.#end = end;
    this.#happened(({ Event }) => Event.Type === 'TestCompleted');
    this.#customer.hangUp();
  }

  #failure(observation: Observation): string | undefined {
    const broken = this.#assertions.get(observation);
    const unmet = this.#observations.unmet(observation);
    if (broken !== undefined || unmet === undefined) return broken;
    const end = this.#end ?? 'timeout';
    return failureOf(observation, unmet, { end, unexpected: this.#unexpected, resources: this.#resources });
  }
}
