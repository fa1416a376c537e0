import { type ActionSpecifications, flowTypesFor } from './action-specification.ts';

/** Calls that the instance makes. */
export const outbound: ActionSpecifications = {
  CheckOutboundCallStatus: {
    allowedIn: flowTypesFor.conversation,
    inModules: 'runs',
    nextAction: 'optional',
    results: ['CallAnswered', 'VoicemailBeep', 'VoicemailNoBeep', 'NotDetected'],
    errors: ['NoMatchingError'],
  },
  CompleteOutboundCall: {
    allowedIn: ['OUTBOUND_WHISPER'],
    inModules: 'refused',
    nextAction: 'required',
    results: 'nothing',
    errors: [],
  },
};
