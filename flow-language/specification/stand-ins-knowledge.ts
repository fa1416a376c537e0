import { type FlowAction, scalar } from '../flow-document.ts';
import { type ActionSpecifications, flowTypesFor, inEveryFlow } from './action-specification.ts';

/** The option of CheckVoiceId, and what comes of it, in the spelling of exported flows: the guides' is of their prose. */
const voiceIdResults: Record<string, readonly string[]> = {
  enrollmentStatus: ['Enrolled', 'NotEnrolled', 'OptedOut'],
  voiceAuthentication: ['Authenticated', 'NotAuthenticated', 'Inconclusive', 'NotEnrolled', 'OptedOut'],
  fraudDetection: ['HighRisk', 'LowRisk', 'Inconclusive'],
};

function voiceIdProblems({ parameters }: FlowAction): string[] {
  const option = scalar(parameters.CheckVoiceIdOption) ?? 'absent';
  return Object.hasOwn(voiceIdResults, option)
    ? []
    : [`CheckVoiceIdOption is one of ${Object.keys(voiceIdResults).join(', ')}, not ${option}`];
}

const dataTables = { ...inEveryFlow, standIn: 'Connect data tables' } as const;

/** Who somebody is, and what is known elsewhere. */
export const knowledgeStandIns: ActionSpecifications = {
  CreateWisdomSession: {
    ...inEveryFlow,
    standIn: 'Connect assistant',
    problems: ({ parameters }) =>
      scalar(parameters.WisdomAssistantArn) ? [] : ['CreateWisdomSession has no WisdomAssistantArn'],
  },
  CheckVoiceId: {
    ...inEveryFlow,
    allowedIn: flowTypesFor.allButHolds,
    nextAction: 'optional',
    results: [...new Set(Object.values(voiceIdResults).flat())],
    standIn: 'Voice ID',
    problems: voiceIdProblems,
  },
  StartVoiceIdStream: { ...inEveryFlow, allowedIn: flowTypesFor.allButHolds, standIn: 'Voice ID' },
  /** Administrator Guide, "Authenticate Customer"; the words of its branches are a third party's reading of the console. */
  AuthenticateParticipant: {
    ...inEveryFlow,
    allowedIn: ['CONTACT_FLOW'],
    results: ['OptedOut'],
    errors: ['TimeLimitExceeded', 'NoMatchingError'],
    standIn: 'Amazon Cognito',
  },
  /** Administrator Guide, "Get stored content". */
  LoadContactContent: {
    ...inEveryFlow,
    standIn: 'Connect e-mail',
    problems: ({ parameters: { ContentType: type } }) =>
      type === 'EmailMessage' ? [] : [`ContentType is EmailMessage, not ${scalar(type) ?? 'absent'}`],
  },
  // Administrator Guide, "Data Table"; the types are a third party's reading of the console.
  EvaluateDataTableValues: dataTables,
  ListDataTableValues: dataTables,
  UpsertDataTableValues: dataTables,
};
