import { type FlowAction, isObject, type JsonObject } from '../../../flow-language/flow-document.ts';
import { resolveValue } from '../../../flow-language/references.ts';
import { DEEPEST_MODULE } from '../../../flow-language/specification/modules.ts';
import { referenceValues } from '../contact-data.ts';
import { failed, type FlowRun, type Step } from '../flow-run.ts';
import { type ActionKinds, textParameter } from './action-kind.ts';

function invokeModule(action: FlowAction, run: FlowRun): Step {
  const id = textParameter(action, 'FlowModuleId', run) ?? '';
  const module = run.host.resources.module(id);
  if (!module) return failed(`no module ${id}`);
  if (run.callers.length >= DEEPEST_MODULE) return failed(`modules invoke each other ${DEEPEST_MODULE} deep at most`);
  return { kind: 'module', module, input: resolvedObject(action.parameters.Input, run) };
}

function endModule(action: FlowAction, run: FlowRun): Step {
  const result = textParameter(action, 'Result', run) || undefined;
  return { kind: 'return', result, data: resolvedObject(action.parameters.ResultData, run) };
}

function resolvedObject(value: unknown, run: FlowRun): JsonObject {
  const resolved = resolveValue(value ?? {}, referenceValues(run));
  return isObject(resolved) ? resolved : {};
}

/** What goes into a module is its `Input`; what comes out, its `ResultData` and the branch that it names in `Result`. */
export const moduleActions: ActionKinds = {
  InvokeFlowModule: { run: invokeModule },
  EndFlowModuleExecution: { run: endModule },
};
