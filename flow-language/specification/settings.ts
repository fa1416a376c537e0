import { type FlowAction, isObject } from '../flow-document.ts';
import { type ActionSpecifications, flowTypesFor, inEveryFlow } from './action-specification.ts';

/** Set whisper, hold, queue and disconnect flows, and the screens of agents: Developer Guide, "UpdateContactEventHooks". */
export const hookNames = [
  'CustomerQueue',
  'CustomerWhisper',
  'AgentWhisper',
  'CustomerRemaining',
  'CustomerHold',
  'AgentHold',
  'DefaultAgentUI',
  'DisconnectAgentUI',
  'PauseContact',
  'ResumeContact',
] as const;

function hookProblems({ parameters }: FlowAction): string[] {
  const names = Object.keys(isObject(parameters.EventHooks) ? parameters.EventHooks : {});
  const unknown = names.filter((name) => !hookNames.some((hook) => hook === name));
  return [
    ...(names.length === 1 ? [] : ['UpdateContactEventHooks sets exactly one hook']),
    ...unknown.map((name) => `${name} is no hook: ${hookNames.join(', ')}`),
  ];
}

export const settings: ActionSpecifications = {
  UpdateContactEventHooks: { ...inEveryFlow, problems: hookProblems },
  UpdateContactTextToSpeechVoice: inEveryFlow,
  UpdateFlowLoggingBehavior: { ...inEveryFlow, errors: [] },
  UpdateContactRecordingBehavior: { ...inEveryFlow, allowedIn: flowTypesFor.recording },
};
