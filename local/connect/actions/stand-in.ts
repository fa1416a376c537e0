import { type FlowAction, isObject, type JsonObject } from '../../../flow-language/flow-document.ts';
import { resolveValue } from '../../../flow-language/references.ts';
import { referenceValues } from '../contact-data.ts';
import { failed, type FlowRun, next, type Step, tell } from '../flow-run.ts';
import { type StandInAnswer, standInService } from '../stand-ins.ts';
import type { ActionKind } from './action-kind.ts';

/** What an answer takes on the simulated clock, as one of a function does. */
const ANSWER_MILLISECONDS = 50;

interface StandInBehaviour {
  /** The error that Connect meets whatever the service says, because of the channel or of a parameter. */
  refusal?(action: FlowAction, run: FlowRun): Step | undefined;
  /** The answer where no script gives one: success where absent. `reason` of its error. */
  usual?(action: FlowAction, run: FlowRun): StandInAnswer & { reason?: string };
  /** Keeps what flows may read of the answer; the error that this meets, if it does. Without it, an answer has no values. */
  keep?(answer: StandInAnswer, action: FlowAction, run: FlowRun): Step | undefined;
}

/** An action that another service answers, which is not there. Each answer is told, as one of a stand-in. */
export function standIn(behaviour: StandInBehaviour): ActionKind {
  return {
    run: async (action, run) => {
      const step = behaviour.refusal?.(action, run) ?? answered(action, run, behaviour);
      tellAnswer(action, run, step);
      await run.host.clock.sleep(ANSWER_MILLISECONDS, run.signal);
      return step;
    },
  };
}

function answered(action: FlowAction, run: FlowRun, behaviour: StandInBehaviour): Step {
  const answer: StandInAnswer & { reason?: string } =
    run.host.standIns.next(action) ?? behaviour.usual?.(action, run) ?? {};
  if (answer.values && !behaviour.keep) throw new Error(`no reference reads values of ${action.type}`);
  return behaviour.keep?.(answer, action, run) ?? stepAfter(answer);
}

export function stepAfter({ result, error, reason = 'the script says so' }: StandInAnswer & { reason?: string }): Step {
  if (error !== undefined) return failed(reason, error);
  return result === undefined ? next : { kind: 'result', value: result };
}

/** Nothing of the contact is told: neither what was asked for nor what was found. */
export function tellAnswer({ type }: FlowAction, run: FlowRun, step: Step): void {
  const words =
    step.kind === 'error' ? `${step.error}, ${step.reason}` : step.kind === 'result' ? step.value : 'success';
  tell(run, { kind: 'standIn', service: standInService(type) ?? type, text: `stand-in for ${type}: ${words}` });
}

/** A parameter with every reference in it resolved; empty where it is no object. */
export function objectParameter(action: FlowAction, name: string, run: FlowRun): JsonObject {
  const value = resolveValue(action.parameters[name] ?? {}, referenceValues(run));
  return isObject(value) ? value : {};
}

type Channel = FlowRun['contact']['channel'];

/** The error branch of the contacts of other channels. */
export function onlyFor(channel: Channel, run: FlowRun, error?: string): Step | undefined {
  const { channel: actual } = run.contact;
  return actual === channel ? undefined : failed(`a contact of the channel ${actual}, not ${channel}`, error);
}

/** Sets what stands under one reference, in place of what stood there. */
export function setValues(run: FlowRun, root: string, values: unknown): void {
  run.services = { ...run.services, [root]: values };
}

/** What stands under one reference. */
export function valuesOf(run: FlowRun, root: string): JsonObject {
  const values = run.services[root];
  return isObject(values) ? values : {};
}

/** Keeps the values under one reference, in place of what the last such action found. */
export const keepUnder =
  (root: string) =>
  ({ values = {}, error }: StandInAnswer, _action: FlowAction, run: FlowRun): undefined => {
    if (error === undefined) setValues(run, root, values);
  };
