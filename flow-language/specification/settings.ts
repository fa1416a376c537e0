import { type FlowAction, isObject } from '../flow-document.ts';
import { type ActionSpecifications, flowTypesFor } from './action-specification.ts';

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

const plain = {
  allowedIn: flowTypesFor.all,
  inModules: 'runs',
  nextAction: 'required',
  results: 'nothing',
} as const;

export const settings: ActionSpecifications = {
  UpdateContactEventHooks: { ...plain, errors: ['NoMatchingError'], problems: hookProblems },
  UpdateContactTextToSpeechVoice: { ...plain, errors: ['NoMatchingError'] },
  UpdateFlowLoggingBehavior: { ...plain, errors: [] },
  UpdateContactRecordingBehavior: { ...plain, allowedIn: flowTypesFor.recording, errors: ['NoMatchingError'] },
};
