import { hookNames } from '../../../flow-language/specification/settings.ts';
import { type FlowAction, isObject, isTrue, scalar } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, next, type Step } from '../flow-run.ts';
import { referenceValues } from '../contact-data.ts';
import { resolveText } from '../../../flow-language/references.ts';
import { isVoice } from '../voices.ts';
import { type ActionKinds, textParameter } from './action-kind.ts';

function hooksOf(action: FlowAction): [string, unknown][] {
  return Object.entries(isObject(action.parameters.EventHooks) ? action.parameters.EventHooks : {});
}

function updateEventHooks(action: FlowAction, run: FlowRun): Step {
  const { EventHooksConfiguration } = action.parameters;
  for (const hook of hookNames) {
    const written = hooksOf(action).find(([name]) => name === hook);
    if (!written) continue;
    const id = resolveText(scalar(written[1]) ?? '', referenceValues(run));
    const flow = run.host.resources.flow(id);
    if (!flow) return failed(`no flow ${id}`);
    run.contact.hooks.set(hook, flow.arn);
    if (isDisabled(EventHooksConfiguration, hook)) run.contact.disabledHooks.add(hook);
    else run.contact.disabledHooks.delete(hook);
  }
  return next;
}

/** A hook may be set so that its flow is not run. */
function isDisabled(configuration: unknown, hook: string): boolean {
  const own = isObject(configuration) ? configuration[hook] : undefined;
  return isObject(own) && isTrue(own.DisableExecution);
}

function updateVoice(action: FlowAction, run: FlowRun): Step {
  const voice = textParameter(action, 'TextToSpeechVoice', run) ?? '';
  if (!isVoice(voice) || run.host.faults.meets({ of: 'voice', code: voice })) return failed(`no voice ${voice}`);
  run.contact.voice = voice;
  return next;
}

export const settingsActions: ActionKinds = {
  // Nobody pauses or resumes a task here: the flows of those two hooks are known, and never run.
  UpdateContactEventHooks: { run: updateEventHooks },
  UpdateContactTextToSpeechVoice: { run: updateVoice },
  // Nothing is recorded on a laptop, and the events of a call are told to its listeners whatever a flow logs.
  UpdateFlowLoggingBehavior: { run: () => next },
  UpdateContactRecordingBehavior: { run: () => next },
};
