import type { FlowAction } from '../../flow-language/flow-document.ts';
import { actionSpecifications } from '../../flow-language/specification/catalogue.ts';
import { failsInModule } from '../../flow-language/specification/modules.ts';
import { keptBy, nothingKept } from './flow-data.ts';
import type { FlowRun, Step } from './flow-run.ts';

/** Why an action of a module takes its error branch, whatever it is to do; undefined where it runs. */
export function unsupportedInModule({ type }: FlowAction, run: FlowRun): string | undefined {
  const [outermost] = run.callers;
  const specification = actionSpecifications.get(type);
  if (run.flow.type !== 'MODULE' || !outermost || !specification) return undefined;
  return failsInModule(specification, outermost.flow.type)
    ? `${type} is not supported in a module of a flow of type ${outermost.flow.type}`
    : undefined;
}

/** Returns the action that the module begins with. It knows of its caller what it is given, and the contact's attributes. */
export function enterModule({ module, input }: Extract<Step, { kind: 'module' }>, run: FlowRun): string {
  const { flow, action, modules } = run;
  run.callers = [...run.callers, { flow, action, modules, data: keptBy(run) }];
  run.flow = module;
  run.modules = { Input: input };
  Object.assign(run, nothingKept());
  return module.startAction;
}

/** Gives the caller back what it had kept; returns its invocation of the module. */
export function leaveModule({ result, data }: Extract<Step, { kind: 'return' }>, run: FlowRun): FlowAction {
  const caller = run.callers.at(-1);
  const invocation = caller?.flow.actions.get(caller.action);
  if (!caller || !invocation) throw new Error(`no flow has invoked ${run.flow.name}`);
  run.callers = run.callers.slice(0, -1);
  run.flow = caller.flow;
  run.action = caller.action;
  run.modules = { ...caller.modules, Result: result, ResultData: data };
  Object.assign(run, caller.data);
  return invocation;
}
