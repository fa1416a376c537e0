import type { Administration } from '../../domain/administration/administration.ts';
import type { ContactFlowType, FlowDocument } from './flow-language.ts';
import type { FlowLambdaName } from './lambda-contracts.ts';
import type { HookFlows, HookNames } from './queue-hooks.ts';
import { arnOf } from './subjects.ts';

export interface FlowSetInput {
  administration: Administration;
  /** Function ARNs. */
  lambdas: Record<FlowLambdaName, string>;
  /** Queue ARNs by queue id of the YAML. */
  queues: Record<string, string>;
  /** ARN of the supervisors' own queue. */
  supervisionQueue: string;
  /** ARNs of the opening hours, by queue id. */
  hours: Record<string, string>;
}

export interface FlowDefinition {
  name: string;
  type: ContactFlowType;
  /** @param flowArns ARN by name, of at least the flows in `uses` */
  document: (flowArns: Record<string, string>) => FlowDocument;
  /** Names of the flows it refers to: all of them come earlier in the set. */
  uses: string[];
}

/** A flow that refers to no other. */
export const alone = (name: string, type: ContactFlowType, build: (name: string) => FlowDocument): FlowDefinition => ({
  name,
  type,
  document: () => build(name),
  uses: [],
});

/** A flow that refers to others, by the names of its hooks and those besides. */
export function referring(
  name: string,
  type: ContactFlowType,
  uses: string[],
  build: (arns: (name: string) => string) => FlowDocument,
): FlowDefinition {
  return { name, type, uses: [...new Set(uses)], document: (flowArns) => build((used) => arnOf(flowArns, used)) };
}

export const named = (hooks: HookNames, arns: (name: string) => string): HookFlows =>
  hooks.map(({ hook, flow }) => ({ hook, flowArn: arns(flow) }));
export const namesIn = (hooks: HookNames): string[] => hooks.map(({ flow }) => flow);
