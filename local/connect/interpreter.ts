import { actionKinds } from './actions/catalogue.ts';
import { type Branch, conditionalBranch, errorBranch, FlowFault, nextBranch } from './branch.ts';
import { referenceValues } from './contact-data.ts';
import type { FlowAction, FlowDocument } from '../../flow-language/flow-document.ts';
import { enterModule, leaveModule, unsupportedInModule } from './flow-modules.ts';
import { interruption } from './interruption.ts';
import { playOverride } from './overrides.ts';
import { nothingKept } from './flow-data.ts';
import { failed, type FlowEnd, type FlowRun, type Step, tell } from './flow-run.ts';
import { resolveText } from '../../flow-language/references.ts';

/** Beyond this many actions in one instant, a flow goes in circles. */
const MAXIMUM_ACTIONS_IN_AN_INSTANT = 1000;

/**
 * Runs a flow, and those it transfers to, to an end. `interrupted`: its signal was aborted; `failed`: an error had no branch, or a thousand
 * actions passed without time passing.
 */
export async function runFlow(run: FlowRun): Promise<FlowEnd | 'interrupted' | 'failed'> {
  try {
    return await runActions(run);
  } catch (fault) {
    if (fault === interruption) return 'interrupted';
    tell(run, { kind: 'error', text: fault instanceof FlowFault ? fault.message : String(fault) });
    return 'failed';
  }
}

async function runActions(run: FlowRun): Promise<FlowEnd> {
  refuseCrashed(run);
  let instant = run.host.clock.now();
  let actionsInInstant = 0;
  let identifier = run.flow.startAction;
  for (;;) {
    actionsInInstant++;
    if (actionsInInstant > MAXIMUM_ACTIONS_IN_AN_INSTANT) {
      throw new FlowFault(`${MAXIMUM_ACTIONS_IN_AN_INSTANT} actions without time passing`);
    }
    run.signal.throwIfAborted();
    const action = actionOf(run, identifier);
    const unsupported = unsupportedInModule(action, run);
    const step = unsupported === undefined ? await runAction(action, run) : failed(unsupported);
    if (step.kind === 'end') return step.end;
    identifier = following(step, action, run);
    const now = run.host.clock.now();
    if (now !== instant) actionsInInstant = 0;
    instant = now;
  }
}

function refuseCrashed({ host, flow: { id, arn, name } }: FlowRun): void {
  if (host.faults.meets({ of: 'flowSystem', names: [id, arn, name] })) throw new FlowFault(`${name}: system error`);
}

function actionOf(run: FlowRun, identifier: string): FlowAction {
  run.action = identifier;
  const action = run.flow.actions.get(identifier);
  if (!action) throw new FlowFault(`no action ${identifier}`);
  return action;
}

/** Whoever is told that the action begins may end the contact, or have something else done. */
function runAction(action: FlowAction, run: FlowRun): Step | Promise<Step> {
  const override = run.host.started(action, run);
  run.signal.throwIfAborted();
  const kind = kindOf(action);
  return override ? playOverride(override, action, run, (other) => kind.run(other, run)) : kind.run(action, run);
}

function kindOf(action: FlowAction): { run(action: FlowAction, run: FlowRun): Step | Promise<Step> } {
  const kind = actionKinds.get(action.type);
  if (!kind) throw new FlowFault(`${action.type} is not implemented`);
  return kind;
}

/** The identifier of the action that comes next. */
function following(step: Exclude<Step, { kind: 'end' }>, action: FlowAction, run: FlowRun): string {
  if (step.kind === 'resume') return step.action;
  if (step.kind === 'flow') return enter(step.flow, run);
  if (step.kind === 'module') return enterModule(step, run);
  if (step.kind === 'return') {
    const invocation = leaveModule(step, run);
    return along(
      step.result === undefined ? { kind: 'next' } : { kind: 'result', value: step.result },
      invocation,
      run,
    );
  }
  return along(step, action, run);
}

type Branching = Extract<Step, { kind: 'next' | 'result' | 'error' }>;

function along(step: Branching, action: FlowAction, run: FlowRun): string {
  const { target, taken } = branchFrom(step, action, run);
  const reason = step.kind === 'error' ? step.reason : undefined;
  run.host.took(run.contact, { flow: run.flow.name, action: action.identifier, taken, reason });
  return target;
}

function branchFrom(step: Branching, action: FlowAction, run: FlowRun): Branch {
  if (step.kind === 'next') return nextBranch(action);
  if (step.kind === 'error') return errorBranch(action, step.error, step.reason);
  const values = referenceValues(run);
  return conditionalBranch(action, step.value, (operand) => resolveText(operand, values));
}

/** Contact attributes go on into the next flow; what else a flow has kept does not. */
function enter(flow: FlowDocument, run: FlowRun): string {
  run.flow = flow;
  refuseCrashed(run);
  run.callers = [];
  run.modules = {};
  Object.assign(run, nothingKept());
  return flow.startAction;
}
