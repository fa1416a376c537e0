import { referenceValues } from '../contact-data.ts';
import { type FlowAction, scalar } from '../../../flow-language/flow-document.ts';
import type { FlowRun, Step } from '../flow-run.ts';
import { resolveText } from '../../../flow-language/references.ts';

/** How one type of action is run; what Connect says of it is in `flow-language/specification`. */
export interface ActionKind {
  /** What of this action Connect would run and the laptop cannot: complete sentences, each naming it. */
  notImplemented?(action: FlowAction): string[];
  run(action: FlowAction, run: FlowRun): Step | Promise<Step>;
}
export type ActionKinds = Record<string, ActionKind>;

/** A scalar parameter with its references resolved; undefined where it is absent. */
export function textParameter(action: FlowAction, name: string, run: FlowRun): string | undefined {
  const value = scalar(action.parameters[name]);
  return value === undefined ? undefined : resolveText(value, referenceValues(run));
}

export function refusedParameters(action: FlowAction, ...names: string[]): string[] {
  return names
    .filter((name) => action.parameters[name] !== undefined)
    .map((name) => `${name} of ${action.type} is not implemented`);
}
