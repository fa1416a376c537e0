import { type FlowAction, isObject, isTrue, type JsonObject, scalar } from '../flow-document.ts';
import { rootsOf } from '../references.ts';
import { numberParameter } from '../specification/action-specification.ts';
import { actionSpecifications } from '../specification/catalogue.ts';
import { MalformedMarkup, readMarkup } from '../speech-markup.ts';
import { type FlowToCheck, type Found, perAction, type Rule } from './finding.ts';
import { byIdentifier } from './paths.ts';

/** Seconds that an agent has to accept a contact: an interruption within them can fail. */
const ACCEPT_SECONDS = 20;
const LONGEST_SYNCHRONOUS_SECONDS = 8;
const MOST_BILLED_CHARACTERS = 3000;
/** Namespaces of references: Administrator Guide, "Contact attributes". */
const namespaces = new Set(
  (
    'Agent Attributes AwsRegion CallbackNumber Case Channel ContactId Customer CustomerCallBackPhoneNumber CustomerEndpoint CustomerId ' +
    'Description External FlowAttributes InitialContactId InitiationMethod InstanceARN LambdaInvocation LanguageCode Lex Media ' +
    'MediaStreams Metrics Modules Name PreviousContactId Queue References SegmentAttributes StoredCustomerInput SystemEndpoint Tags Task ' +
    'TextToSpeechVoiceId Views Wisdom AgenticCX RelatedContactId ContactData DataTables Evaluation Profile Authentication'
  ).split(' '),
);

/** Every prompt of an action: its own, or those of its playlist. */
function promptsOf({ parameters }: FlowAction): JsonObject[] {
  const { Messages } = parameters;
  return [parameters, ...(Array.isArray(Messages) ? Messages.filter(isObject) : [])];
}

const isCovered = (action: FlowAction, error: string): boolean => {
  const { errors, next } = action.transitions;
  if (errors.some(({ type }) => type === error)) return true;
  if (error === 'NoMatchingCondition') return next !== undefined;
  return errors.some(({ type }) => type === 'NoMatchingError');
};

function uncoveredErrors(action: FlowAction): string[] {
  const errors = actionSpecifications.get(action.type)?.errors ?? [];
  const met = typeof errors === 'function' ? errors(action) : errors;
  return met.filter((error) => !isCovered(action, error));
}

function markupFaults(action: FlowAction): string[] {
  return promptsOf(action).flatMap(({ SSML }) => {
    const ssml = scalar(SSML);
    // A whole that comes from an attribute is not known here.
    if (ssml === undefined || !ssml.includes('<')) return [];
    try {
      // What a reference puts into it is not known here: a rate, a text.
      readMarkup(ssml.replaceAll(/"\$[.[][^"]*"/g, '"100%"'));
      return [];
    } catch (error) {
      if (!(error instanceof MalformedMarkup)) throw error;
      return [`the speech markup is malformed: ${error.message}`];
    }
  });
}

const billedCharacters = ({ SSML, Text }: JsonObject): number =>
  (scalar(SSML) ?? scalar(Text) ?? '').replaceAll(/<[^>]*>/g, '').length;

/** Keys pressed while a prompt is played that no key interrupts are lost to the input that follows. */
function deafPrompts(flow: FlowToCheck): Found[] {
  const actions = byIdentifier(flow);
  return flow.actions
    .filter(({ type, transitions: { next } }) => {
      const follower = type === 'MessageParticipant' ? actions.get(next ?? '') : undefined;
      return (
        follower?.type === 'GetParticipantInput' &&
        billedCharacters(follower.parameters) === 0 &&
        !hasRecording(follower)
      );
    })
    .map(({ identifier }) => ({ action: identifier, what: 'no key is heard before this prompt is over' }));
}

const hasRecording = ({ parameters: { PromptId, Media } }: FlowAction): boolean =>
  PromptId !== undefined || Media !== undefined;

function unknownNamespaces({ parameters }: FlowAction): string[] {
  const unknown = rootsOf(JSON.stringify(parameters)).filter((root) => !namespaces.has(root));
  return [...new Set(unknown)].map((root) => `$.${root} is not a namespace of references`);
}

/** What callers and agents would notice of one action. */
export const callerRules: Rule[] = [
  {
    id: 'no-time-out-branch',
    severity: 'advice',
    why: 'Silence is the most usual answer to a menu, above all from who hears badly or holds no keypad.',
    mend: 'Give InputTimeLimitExceeded a branch of its own: to a person, or to a repetition.',
    find: perAction((action) =>
      action.type === 'GetParticipantInput' &&
      !isTrue(action.parameters.StoreInput) &&
      !action.transitions.errors.some(({ type }) => type === 'InputTimeLimitExceeded')
        ? ['silence has no branch of its own']
        : [],
    ),
  },
  {
    id: 'uncovered-error',
    severity: 'advice',
    why: 'An error without a branch ends the contact: the caller is dropped.',
    mend: 'Lead NoMatchingError, and each error named, towards a person or a promise.',
    find: perAction((action) => uncoveredErrors(action).map((error) => `${error} has no branch`)),
  },
  {
    id: 'error-met-never',
    severity: 'advice',
    why: 'A branch for an error that the action does not meet is never taken.',
    mend: 'Delete it, or spell the error as documented.',
    find: perAction((action) => {
      const specified = actionSpecifications.get(action.type)?.errors;
      if (specified === undefined) return [];
      const met = typeof specified === 'function' ? specified(action) : specified;
      return action.transitions.errors
        .filter(({ type }) => type !== 'NoMatchingError' && type !== 'NoMatchingCondition' && !met.includes(type))
        .map(({ type }) => `${action.type} does not meet ${type}`);
    }),
  },
  {
    id: 'early-interruption',
    severity: 'advice',
    why: `An agent has ${ACCEPT_SECONDS} s to accept; a caller interrupted meanwhile can be sent to the error branch.`,
    mend: `Interrupt after more than ${ACCEPT_SECONDS} s.`,
    find: perAction((action) => {
      const seconds = numberParameter(action, 'InterruptFrequencySeconds');
      return action.type === 'MessageParticipantIteratively' && seconds !== undefined && seconds <= ACCEPT_SECONDS
        ? [`it is interrupted after ${seconds} s`]
        : [];
    }),
  },
  {
    id: 'function-too-slow',
    severity: 'advice',
    why: `Connect waits ${LONGEST_SYNCHRONOUS_SECONDS} s for a function at the longest, whatever a flow says.`,
    mend: `Set InvocationTimeLimitSeconds to at most ${LONGEST_SYNCHRONOUS_SECONDS}, or invoke it asynchronously.`,
    find: perAction((action) => {
      const seconds = numberParameter(action, 'InvocationTimeLimitSeconds') ?? 0;
      const waits = action.type === 'InvokeLambdaFunction' && action.parameters.InvocationType !== 'ASYNCHRONOUS';
      return waits && seconds > LONGEST_SYNCHRONOUS_SECONDS ? [`it is to be waited for ${seconds} s`] : [];
    }),
  },
  {
    id: 'speech-markup',
    severity: 'advice',
    why: 'Markup that the speech service refuses is not spoken: the error branch is taken.',
    mend: 'Close each element, write &amp; for &, and keep everything in one speak element.',
    find: perAction(markupFaults),
  },
  {
    id: 'long-prompt',
    severity: 'advice',
    why: `The speech service speaks ${MOST_BILLED_CHARACTERS} characters at most.`,
    mend: 'Say less: a caller remembers three choices.',
    find: perAction((action) =>
      promptsOf(action)
        .map(billedCharacters)
        .filter((characters) => characters > MOST_BILLED_CHARACTERS)
        .map((characters) => `a prompt of ${characters} characters`),
    ),
  },
  {
    id: 'deaf-prompt',
    severity: 'advice',
    why: 'A key pressed during a MessageParticipant is lost: who knows the menu must press it again.',
    mend: 'Let the input speak the prompt itself.',
    find: deafPrompts,
  },
  {
    id: 'unknown-namespace',
    severity: 'advice',
    why: 'A reference that leads nowhere is spoken, compared and sent as an empty text.',
    mend: 'Spell it as documented: $.Attributes.name, $.External.name, $.FlowAttributes.name, …',
    find: perAction(unknownNamespaces),
  },
  {
    id: 'list-reference',
    severity: 'advice',
    why: 'What a list holds cannot be referred to: the reference is empty.',
    mend: 'Let the function answer an object with one key for each value.',
    find: perAction(({ parameters }) =>
      [...JSON.stringify(parameters).matchAll(/\$\.[\w.]+\[\d+\]/g)].map(([path]) => `${path} points into a list`),
    ),
  },
];
