import type { FlowLambdaName, LambdaContracts } from './flows/lambda-contracts.ts';

/** The testing language of Amazon Connect, version 2019-10-30, as far as the scenarios use it. */
export interface TestContent {
  Version: '2019-10-30';
  Metadata: object;
  Observations: Observation[];
}
interface Observation {
  Identifier: string;
  Event: ExpectedEvent & { Identifier: string; Actor: 'System' };
  Actions: (TestAction & { Identifier: string; Transitions: { NextAction?: string } })[];
  Transitions: { NextObservations: string[] };
}

type OverridableAction =
  | { ActionType: 'InvokeLambdaFunction'; ActionParameters: { LambdaFunctionARN: string } }
  | { ActionType: 'CheckHoursOfOperation'; ActionParameters: { HoursOfOperationId: string } }
  | { ActionType: 'TransferContactToQueue'; ActionParameters: { QueueId: string } };
type Strategy =
  | { Type: 'SubstituteResource'; SubstituteArn: string }
  | {
      Type: 'MockResponse';
      Response:
        | { Type: 'ExecutionResult'; ExecutionResult: { LoadedData: string } }
        | { Type: 'Error'; Error: { Value: 'NoMatchingError' } };
    };

export type ExpectedEvent =
  | { Type: 'TestInitiated'; Properties: object }
  | { Type: 'MessageReceived'; Properties: { Text: string; MatchingCriteria: { Type: 'Inclusion' } } }
  | { Type: 'FlowActionStarted'; Properties: OverridableAction };
export type TestAction =
  | {
      Type: 'SendInstruction';
      Parameters: {
        ActionType: 'SendInstruction';
        Actor: 'Customer';
        Instruction: { Type: 'DtmfInput'; Properties: { Value: string } };
      };
    }
  | { Type: 'Assert'; Parameters: { Namespace: string; Operator: 'Equals'; Operand: string } }
  | {
      Type: 'OverrideSystemBehavior';
      Parameters: {
        ActionType: 'OverrideSystemBehavior';
        Behavior: { Type: 'FlowAction'; Properties: OverridableAction & { Strategy: Strategy } };
      };
    }
  | { Type: 'TestControl'; Parameters: { ActionType: 'TestControl'; Command: { Type: 'EndTest' } } };

/** What is observed, and what is done then. */
export interface Step {
  name: string;
  observes: ExpectedEvent;
  does?: TestAction[];
}

/** Steps of which each waits for the one before. Without a usage, each is observed once: that is Connect's own default. */
export function testContent(steps: readonly Step[]): TestContent {
  return {
    Version: '2019-10-30',
    Metadata: {},
    Observations: steps.map(({ name, observes, does = [] }, index) => ({
      Identifier: name,
      Event: { Identifier: `${name}-event`, Actor: 'System', ...observes },
      Actions: does.map((action, place) => ({
        Identifier: `${name}-${place + 1}`,
        ...action,
        Transitions: place + 1 < does.length ? { NextAction: `${name}-${place + 2}` } : {},
      })),
      Transitions: { NextObservations: steps.slice(index + 1, index + 2).map((next) => next.name) },
    })),
  };
}

export const initiated: ExpectedEvent = { Type: 'TestInitiated', Properties: {} };

/** A message in which the sentence is said, among others. */
export const hears = (sentence: string): ExpectedEvent => ({
  Type: 'MessageReceived',
  Properties: { Text: sentence, MatchingCriteria: { Type: 'Inclusion' } },
});

export const entersQueue = (queueArn: string): ExpectedEvent => ({
  Type: 'FlowActionStarted',
  Properties: { ActionType: 'TransferContactToQueue', ActionParameters: { QueueId: queueArn } },
});

export const invokes = (functionArn: string): ExpectedEvent => ({
  Type: 'FlowActionStarted',
  Properties: { ActionType: 'InvokeLambdaFunction', ActionParameters: { LambdaFunctionARN: functionArn } },
});

export const press = (key: string): TestAction => ({
  Type: 'SendInstruction',
  Parameters: {
    ActionType: 'SendInstruction',
    Actor: 'Customer',
    Instruction: { Type: 'DtmfInput', Properties: { Value: key } },
  },
});

export const attributeIs = (name: string, value: string): TestAction => ({
  Type: 'Assert',
  Parameters: { Namespace: `$.Attributes.${name}`, Operator: 'Equals', Operand: value },
});

export const endTest: TestAction = {
  Type: 'TestControl',
  Parameters: { ActionType: 'TestControl', Command: { Type: 'EndTest' } },
};

function override(action: OverridableAction, strategy: Strategy): TestAction {
  return {
    Type: 'OverrideSystemBehavior',
    Parameters: {
      ActionType: 'OverrideSystemBehavior',
      Behavior: { Type: 'FlowAction', Properties: { ...action, Strategy: strategy } },
    },
  };
}

/** Other hours are looked at. */
export const hoursAre = (hoursArn: string, others: string): TestAction =>
  override(
    { ActionType: 'CheckHoursOfOperation', ActionParameters: { HoursOfOperationId: hoursArn } },
    { Type: 'SubstituteResource', SubstituteArn: others },
  );

/** Whoever is to wait in the queue waits in another one. */
export const queueIs = (queueArn: string, other: string): TestAction =>
  override(
    { ActionType: 'TransferContactToQueue', ActionParameters: { QueueId: queueArn } },
    { Type: 'SubstituteResource', SubstituteArn: other },
  );

/** A function of the flows is not invoked at its next turn: this is its answer. */
export const answers = <Name extends FlowLambdaName>(
  functions: Record<FlowLambdaName, string>,
  name: Name,
  result: LambdaContracts[Name]['result'],
): TestAction =>
  override(
    { ActionType: 'InvokeLambdaFunction', ActionParameters: { LambdaFunctionARN: functions[name] } },
    {
      Type: 'MockResponse',
      Response: { Type: 'ExecutionResult', ExecutionResult: { LoadedData: JSON.stringify(result) } },
    },
  );

export const fails = (functionArn: string): TestAction =>
  override(
    { ActionType: 'InvokeLambdaFunction', ActionParameters: { LambdaFunctionARN: functionArn } },
    { Type: 'MockResponse', Response: { Type: 'Error', Error: { Value: 'NoMatchingError' } } },
  );
