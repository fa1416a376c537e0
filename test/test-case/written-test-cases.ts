import { readTestCase } from '../../local/test-case/read-test-case.ts';
import { type Execution, failuresOf, runTestCase } from '../../local/test-case/run-test-case.ts';
import { type Answer, type RunningCentre, runCentre } from '../local/running-centre.ts';
import { type WrittenAction, written } from '../local/written-flows.ts';

type Json = Record<string, unknown>;

/** An observation, which `next` follow. */
export const observation = (
  name: string,
  event: Json,
  { actions = [], next = [], usage }: { actions?: Json[]; next?: string[]; usage?: Json } = {},
): Json => ({
  Identifier: name,
  Event: { Identifier: `${name}-event`, Actor: 'System', ...event },
  Actions: actions,
  ...(usage && { Usage: usage }),
  Transitions: { NextObservations: next },
});

export const initiated: Json = { Type: 'TestInitiated', Properties: {} };
export const completed: Json = { Type: 'TestCompleted', Properties: {} };
export const hears = (Text: string, Type = 'Inclusion'): Json => ({
  Type: 'MessageReceived',
  Properties: { Text, MatchingCriteria: { Type } },
});
export const starts = (ActionType: string, ActionParameters: Json): Json => ({
  Type: 'FlowActionStarted',
  Properties: { ActionType, ActionParameters },
});

let actions = 0;
const act = (Type: string, Parameters: Json): Json => ({
  Identifier: `a${++actions}`,
  Type,
  Parameters,
  Transitions: {},
});
export const press = (Value: string | number): Json =>
  act('SendInstruction', {
    ActionType: 'SendInstruction',
    Actor: 'Customer',
    Instruction: { Type: 'DtmfInput', Properties: { Value } },
  });
export const hangsUp = (): Json =>
  act('SendInstruction', { ActionType: 'SendInstruction', Actor: 'Customer', Instruction: { Type: 'Disconnect' } });
export const assert = (Namespace: string, Operator: string, Operand?: string): Json =>
  act('Assert', { Namespace, Operator, ...(Operand !== undefined && { Operand }) });
export const endTest = (): Json => act('TestControl', { ActionType: 'TestControl', Command: { Type: 'EndTest' } });
export const override = (ActionType: string, ActionParameters: Json, Strategy: Json): Json =>
  act('OverrideSystemBehavior', {
    ActionType: 'OverrideSystemBehavior',
    Behavior: { Type: 'FlowAction', Properties: { ActionType, ActionParameters, Strategy } },
  });
export const substitute = (SubstituteArn: string): Json => ({ Type: 'SubstituteResource', SubstituteArn });
const mock = (Response: Json): Json => ({ Type: 'MockResponse', Response });
export const result = (ExecutionResult: Json): Json => mock({ Type: 'ExecutionResult', ExecutionResult });
export const error = (Value: string, DelaySeconds?: number): Json =>
  mock({ Type: 'Error', Error: { Value, ...(DelaySeconds !== undefined && { DelaySeconds }) } });

export const content = (...observations: Json[]): Json => ({
  Version: '2019-10-30',
  Metadata: {},
  Observations: observations,
});

export interface Ran extends RunningCentre {
  execution: Execution;
  failures: string[];
}

/** Runs a test case on a line whose entry flow is made of these actions. */
export async function runOn(
  flow: WrittenAction[],
  testCase: Json,
  {
    lambdas = {},
    flows = {},
  }: { lambdas?: Record<string, Answer>; flows?: Parameters<typeof runCentre>[0]['flows'] } = {},
): Promise<Ran> {
  const running = runCentre({ flows: { inbound: written(...flow), ...flows }, lambdas });
  const execution = await runTestCase(readTestCase(testCase), { line: running, clock: running.clock });
  return { ...running, execution, failures: failuresOf(execution) };
}
