import {
  flowTypesOfAction,
  type ContactFlowType,
  type ErrorType,
  type FlowAction,
  type FlowDocument,
} from './flow-language.ts';
import { shortestInterruptSeconds } from './speaking.ts';
import { successors } from './flow-language.ts';

const mostActions = 250;
const mostCharacters = 256_000;
/** Of a screen: with the attributes of a contact it must stay below the 16 kB that Connect shows reliably. */
const mostScreenBytes = 12_000;

/** Narrower than Connect's own rule, so that identifiers read as words: `offer-callback`. */
const identifierPattern = /^[a-z][a-z0-9-]*$/;
const longestIdentifierCharacters = 50;

/** The one name forbidden by Connect that the pattern lets through. */
const forbiddenIdentifier = 'constructor';

const terminal = new Set(['DisconnectParticipant', 'EndFlowExecution']);

/** The error branches without which Connect does not publish an action, or would drop the caller. */
function requiredErrors(action: FlowAction): ErrorType[] {
  switch (action.Type) {
    case 'DisconnectParticipant':
    case 'EndFlowExecution':
    case 'UpdateFlowLoggingBehavior':
    case 'UpdateContactRoutingBehavior':
      return [];
    case 'Compare':
      return ['NoMatchingCondition'];
    case 'TransferContactToQueue':
      return ['QueueAtCapacity', 'NoMatchingError'];
    case 'UpdateContactCallbackNumber':
      return ['InvalidCallbackNumber', 'CallbackNumberNotDialable'];
    case 'ShowView':
      return ['NoMatchingCondition', 'NoMatchingError', 'TimeLimitExceeded'];
    case 'TransferParticipantToThirdParty':
      return ['CallFailed', 'ConnectionTimeLimitExceeded', 'NoMatchingError'];
    case 'GetParticipantInput':
      return action.Parameters['StoreInput'] === 'True'
        ? ['NoMatchingError']
        : ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'];
    default:
      return ['NoMatchingError'];
  }
}

function holdsOnlyStrings(parameter: unknown): boolean {
  if (typeof parameter === 'string') return true;
  if (Array.isArray(parameter)) return parameter.every(holdsOnlyStrings);
  if (typeof parameter !== 'object' || parameter === null) return false;
  return Object.values(parameter).every(holdsOnlyStrings);
}

function identifierFaults(identifier: string): string[] {
  if (!identifierPattern.test(identifier) || identifier === forbiddenIdentifier)
    return ['an identifier has lower-case letters, digits and hyphens, a letter first'];
  if (identifier.length > longestIdentifierCharacters) {
    return [`an identifier has at most ${longestIdentifierCharacters} characters, this one ${identifier.length}`];
  }
  return [];
}

function transitionFaults(action: FlowAction, identifiers: ReadonlySet<string>): string[] {
  const wired = new Set(action.Transitions.Errors?.map((branch) => branch.ErrorType));
  const missing = requiredErrors(action).filter((error) => !wired.has(error));
  const dangling = successors(action).filter((target) => !identifiers.has(target));
  const ends = successors(action).length === 0;
  return [
    ...missing.map((error) => `the error branch ${error} is missing`),
    ...dangling.map((target) => `leads to "${target}", which is no action of this flow`),
    ...(ends && !terminal.has(action.Type) ? ['leads nowhere'] : []),
    ...(!ends && terminal.has(action.Type) ? ['ends the flow and leads nowhere else'] : []),
  ];
}

function parameterFaults(action: FlowAction): string[] {
  const { EventHooks, InterruptFrequencySeconds, ViewData } = action.Parameters;
  const screenBytes = Buffer.byteLength(JSON.stringify(ViewData ?? ''));
  const hooks = action.Type === 'UpdateContactEventHooks' ? Object.keys(EventHooks ?? {}).length : 1;
  const conditions = action.Type === 'GetParticipantInput' ? action.Transitions.Conditions : [];
  const keys = (conditions ?? []).map(({ Condition }) => Condition.Operands[0]);
  const tooSoon =
    InterruptFrequencySeconds !== undefined && !(Number(InterruptFrequencySeconds) >= shortestInterruptSeconds);
  return [
    ...(holdsOnlyStrings(action.Parameters) ? [] : ['every scalar parameter is a string']),
    ...(screenBytes <= mostScreenBytes
      ? []
      : [`a screen of ${screenBytes} bytes, at most ${mostScreenBytes}: fewer or shorter texts`]),
    ...(hooks === 1 ? [] : [`one hook an action, not ${hooks}`]),
    ...keys.filter((key) => !/^[0-9*#]$/u.test(key)).map((key) => `"${key}" is no key of a telephone`),
    ...(tooSoon ? [`an interrupt comes after ${shortestInterruptSeconds} s at the earliest`] : []),
  ];
}

function repeated(identifiers: string[]): string[] {
  return [...new Set(identifiers.filter((identifier, index) => identifiers.indexOf(identifier) !== index))];
}

function sizeFaults(name: string, document: FlowDocument): string[] {
  const characters = JSON.stringify(document).length;
  return [
    ...(document.Actions.length === 0 ? [`${name}: a flow without actions`] : []),
    ...(document.Actions.length > mostActions
      ? [`${name}: ${document.Actions.length} actions, at most ${mostActions}`]
      : []),
    ...(characters > mostCharacters ? [`${name}: ${characters} characters, at most ${mostCharacters}`] : []),
  ];
}

/** Everything for which Connect would refuse this document, or a caller would suffer: one line each, empty when sound. */
export function flowFaults(name: string, type: ContactFlowType, document: FlowDocument): string[] {
  const identifiers = document.Actions.map((action) => action.Identifier);
  const known = new Set(identifiers);
  const ofActions = document.Actions.flatMap((action) => {
    const legalIn: readonly ContactFlowType[] = flowTypesOfAction[action.Type] ?? [];
    return [
      ...identifierFaults(action.Identifier),
      ...(legalIn.includes(type) ? [] : [`${action.Type} is not allowed in a flow of type ${type}`]),
      ...transitionFaults(action, known),
      ...parameterFaults(action),
    ].map((fault) => `${name} ${action.Identifier}: ${fault}`);
  });
  return [
    ...sizeFaults(name, document),
    ...repeated(identifiers).map((identifier) => `${name} ${identifier}: the identifier is used twice`),
    ...ofActions,
  ];
}
