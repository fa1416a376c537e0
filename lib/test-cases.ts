import { CfnHoursOfOperation, CfnTestCase } from 'aws-cdk-lib/aws-connect';
import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Administration } from '../domain/administration/administration.ts';
import { arnsOf, type Hooks } from './call-flows.ts';
import { type ContactCentre, lastPart } from './contact-centre.ts';
import { testContent } from './test-cases-language.ts';
import { type Scenario, scenarios } from './test-cases-scenarios.ts';

/** Connect takes 2 requests of this kind a second: so many at a time. */
const atOnce = 3;
/**
 * Without validation: what Connect would not accept of a test must never undo the deployment of a line. A test case is published before it is
 * run; docs/test-cases.md says how.
 */
const status = 'SAVED';

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const midnight = { hours: 0, minutes: 0 };
const everyDay = weekdays.map((day) => ({ day, startTime: midnight, endTime: midnight }));
/** Hours must have some slice: a minute of the night, once a week. */
const hardlyEver = [{ day: 'SUNDAY', startTime: { hours: 3, minutes: 0 }, endTime: { hours: 3, minutes: 1 } }];

interface TestCasesProps {
  administration: Administration;
  centre: ContactCentre;
}

/** Test cases of Amazon Connect, to be run on the deployed line, and the hours that stand in for its own meanwhile. */
export class TestCases extends Construct {
  readonly #props: TestCasesProps;
  readonly #alwaysOpen: string;
  readonly #neverOpen: string;

  constructor(scope: Construct, id: string, props: TestCasesProps) {
    super(scope, id);
    this.#props = props;
    this.#alwaysOpen = this.#hours('test-always-open', everyDay);
    this.#neverOpen = this.#hours('test-never-open', hardlyEver);
  }

  /** Every scenario calls that flow. */
  tryOut(flowArn: string, hooks: Hooks): void {
    const { administration, centre } = this.#props;
    const all = scenarios({
      administration,
      functions: arnsOf(hooks),
      queues: centre.queueArns,
      hours: centre.hoursArns,
      alwaysOpen: this.#alwaysOpen,
      neverOpen: this.#neverOpen,
      quietQueue: centre.supervisionQueueArn,
    });
    const testCases = all.map((scenario) => this.#testCase(scenario, flowArn));
    for (const [index, testCase] of testCases.entries()) {
      const earlier = testCases[index - atOnce];
      if (earlier !== undefined) testCase.addResourceDependency(earlier);
    }
  }

  #testCase({ name, description, steps }: Scenario, flowArn: string): CfnTestCase {
    return new CfnTestCase(this, name, {
      instanceArn: this.#props.centre.instanceArn,
      name,
      description,
      entryPoint: { type: 'VOICE_CALL', voiceCallEntryPointParameters: { flowId: lastPart(flowArn) } },
      content: Stack.of(this).toJsonString(testContent(steps)),
      status,
    });
  }

  #hours(name: string, config: CfnHoursOfOperation.HoursOfOperationConfigProperty[]): string {
    const { centre, administration } = this.#props;
    const { instanceArn } = centre;
    const { timeZone } = administration;
    return new CfnHoursOfOperation(this, name, { instanceArn, name, timeZone, config }).attrHoursOfOperationArn;
  }
}
