import { actionKinds } from './actions/catalogue.ts';
import { matchingCondition } from './conditions.ts';
import { referenceValues } from './contact-data.ts';
import type { FlowAction, FlowDocument } from './flow-document.ts';
import { interruption } from './interruption.ts';
import { type FlowEnd, type FlowRun, type Step, tell } from './flow-run.ts';
import { resolveText } from './references.ts';

/** Beyond this many actions in one instant, a flow goes in circles. */
const MAXIMUM_ACTIONS_IN_AN_INSTANT = 1000;

/** What no branch of the flow takes: told as an `error`, and the caller is dropped. */
class FlowFault extends Error {}

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
    const step = await kindOf(action).run(action, run);
    if (step.kind === 'end') return step.end;
    identifier = following(step, action, run);
    const now = run.host.clock.now();
    if (now !== instant) actionsInInstant = 0;
    instant = now;
  }
}

function actionOf(run: FlowRun, identifier: string): FlowAction {
  run.action = identifier;
  const action = run.flow.actions.get(identifier);
  if (!action) throw new FlowFault(`no action ${identifier}`);
  return action;
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
  if (step.kind === 'error') return branchOf(action, step.error, step.reason);
  if (step.kind === 'result') return conditionalBranch(step.value, action, run);
  return action.transitions.next ?? branchOf(action, 'NoMatchingError', 'no next action');
}

/** Contact attributes go on into the next flow; what else a flow has kept does not. */
function enter(flow: FlowDocument, run: FlowRun): string {
  run.flow = flow;
  run.flowAttributes = {};
  run.external = {};
  run.storedInput = '';
  return flow.startAction;
}

function conditionalBranch(value: string, action: FlowAction, run: FlowRun): string {
  const { conditions, errors, next } = action.transitions;
  const values = referenceValues(run);
  const target = matchingCondition(conditions, value, (operand) => resolveText(operand, values));
  const unmatched = errors.find(({ type }) => type === 'NoMatchingCondition')?.next;
  return target ?? unmatched ?? next ?? branchOf(action, 'NoMatchingCondition', `no condition for "${value}"`);
}

function branchOf(action: FlowAction, error: string, reason: string): string {
  const { errors } = action.transitions;
  const branch = errors.find(({ type }) => type === error) ?? errors.find(({ type }) => type === 'NoMatchingError');
  if (!branch) throw new FlowFault(`${action.type}: ${reason}; ${error} has no branch`);
  return branch.next;
}
