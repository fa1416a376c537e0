import { type FlowAction, isObject, scalar } from '../flow-document.ts';
import { type ActionSpecifications, flowTypesFor } from './action-specification.ts';

/** One channel at a time; the screen alone or beside it. `EmailBehavior` is in the Administrator Guide alone. */
const channels = ['VoiceBehavior', 'ChatBehavior', 'EmailBehavior'] as const;

function recordingProblems({ parameters }: FlowAction): string[] {
  const given = channels.filter((name) => parameters[name] !== undefined);
  return [
    ...(given.length > 1 ? [`UpdateContactRecordingAndAnalyticsBehavior sets one of ${given.join(', ')}`] : []),
    ...(given.length === 0 && parameters.ScreenRecordingBehavior === undefined
      ? ['UpdateContactRecordingAndAnalyticsBehavior sets no behavior']
      : []),
  ];
}

function streamingProblems({ parameters }: FlowAction): string[] {
  const state = scalar(parameters.MediaStreamingState) ?? 'absent';
  const type = scalar(parameters.MediaStreamType) ?? 'absent';
  return [
    ...(state === 'Enabled' || state === 'Disabled'
      ? []
      : [`MediaStreamingState is Enabled or Disabled, not ${state}`]),
    ...(type === 'Audio' ? [] : [`MediaStreamType is Audio, not ${type}`]),
  ];
}

const plain = { inModules: 'runs', nextAction: 'required', results: 'nothing' } as const;

/** What becomes of what is said and written. Flow types: Administrator Guide, "Set recording, analytics and processing behavior". */
export const mediaStandIns: ActionSpecifications = {
  UpdateContactRecordingAndAnalyticsBehavior: {
    ...plain,
    allowedIn: flowTypesFor.all,
    errors: ({ parameters }) => [
      'NoMatchingError',
      'ChannelMismatch',
      ...(parameters.ChatBehavior === undefined ? [] : ['InFlightRedactionConfigurationFailed']),
    ],
    standIn: 'Contact Lens',
    problems: recordingProblems,
  },
  UpdateContactMediaProcessing: {
    ...plain,
    allowedIn: flowTypesFor.all,
    errors: ['NoMatchingError', 'ChannelMismatch'],
    standIn: 'Connect chat',
    problems: ({ parameters: { ChatProcessor } }) =>
      isObject(ChatProcessor) ? [] : ['UpdateContactMediaProcessing has no ChatProcessor'],
  },
  UpdateContactMediaStreamingBehavior: {
    ...plain,
    allowedIn: flowTypesFor.allButHolds,
    errors: ['NoMatchingError'],
    standIn: 'Kinesis Video Streams',
    problems: streamingProblems,
  },
};
