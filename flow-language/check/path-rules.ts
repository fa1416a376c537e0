import { type FlowAction, isTrue, scalar } from '../flow-document.ts';
import { all, type FlowToCheck, type Found, ofType, perAction, type Rule } from './finding.ts';
import { byIdentifier, circles, onEveryPath, reachable, successors } from './paths.ts';

const speaking = new Set([
  'MessageParticipant',
  'MessageParticipantIteratively',
  'GetParticipantInput',
  'ConnectParticipantWithLexBot',
]);
/** Actions that may speak where this flow does not show it, or are seen in place of being heard. */
const mayBeNoticed = new Set([...speaking, 'InvokeFlowModule', 'TransferParticipantToThirdParty', 'ShowView']);
const takesTime = new Set([...mayBeNoticed, 'Wait', 'InvokeLambdaFunction', 'Loop']);
const LONGEST_SILENCE_SECONDS = 20;
const DEFAULT_LAMBDA_SECONDS = 3;

function unreachable(flow: FlowToCheck): Found[] {
  const reached = reachable([flow.startAction], byIdentifier(flow));
  const left = flow.actions.map(({ identifier }) => identifier).filter((identifier) => !reached.has(identifier));
  return all(left, 'no path leads here');
}

/**
 * Disconnects that some path reaches without a word: from the start, or since an error. What follows a prompt that could not be
 * spoken is let pass: another one would not be heard either.
 */
function silentEnds(flow: FlowToCheck): Found[] {
  const heard = onEveryPath(flow, (action, { error }, before) => {
    const cannotSpeak = speaking.has(action.type) && error === 'NoMatchingError';
    if (error !== undefined && error !== 'NoMatchingCondition' && !cannotSpeak) return new Set();
    return mayBeNoticed.has(action.type) ? new Set(['words']) : before;
  });
  const ends = ofType(flow, 'DisconnectParticipant').map(({ identifier }) => identifier);
  return all(
    ends.filter((identifier) => heard.get(identifier)?.has('words') === false),
    'some path hangs up here without a word: from the start, or since an error or a time-out',
  );
}

function inescapable(flow: FlowToCheck): Found[] {
  const actions = byIdentifier(flow);
  return circles(flow)
    .filter((circle) =>
      circle.every((identifier) => {
        const action = actions.get(identifier);
        // Who hears a playlist waits for somebody else: an agent, or the end of a hold.
        if (action?.type === 'MessageParticipantIteratively') return false;
        return action === undefined || successors(action).every((target) => circle.includes(target));
      }),
    )
    .map(([first = '']) => ({ action: first, what: 'no path leads out of this loop but a hang-up' }));
}

function timeless(flow: FlowToCheck): Found[] {
  return circles(flow, ({ type }) => !takesTime.has(type)).map(([first = '']) => ({
    action: first,
    what: 'this loop can turn for ever without time passing',
  }));
}

/** Functions from which more than 20 s of functions may follow one another without a word. */
function silentFunctions(flow: FlowToCheck): Found[] {
  const actions = byIdentifier(flow);
  const longest = (identifier: string, path: ReadonlySet<string>): number => {
    const action = actions.get(identifier);
    if (action === undefined || mayBeNoticed.has(action.type)) return 0;
    if (path.has(identifier)) return action.type === 'Loop' ? 0 : Number.POSITIVE_INFINITY;
    const seconds = action.type === 'InvokeLambdaFunction' ? secondsOf(action) : 0;
    const longer = new Set([...path, identifier]);
    return seconds + Math.max(0, ...successors(action).map((next) => longest(next, longer)));
  };
  const functions = ofType(flow, 'InvokeLambdaFunction').map(({ identifier }) => identifier);
  return all(
    functions.filter((identifier) => longest(identifier, new Set()) > LONGEST_SILENCE_SECONDS),
    `from here functions may run over ${LONGEST_SILENCE_SECONDS} s without a word`,
  );
}

function secondsOf({ parameters }: FlowAction): number {
  if (scalar(parameters.InvocationType) === 'ASYNCHRONOUS') return 0;
  return Number(scalar(parameters.InvocationTimeLimitSeconds) ?? DEFAULT_LAMBDA_SECONDS);
}

const comparesTimeout = ({ type, parameters, transitions }: FlowAction): boolean =>
  type === 'Compare' &&
  JSON.stringify(parameters).includes('StoredCustomerInput') &&
  transitions.conditions.some(({ operand }) => operand === 'Timeout');

/** Inputs stored, whose value "Timeout" nothing after them tells from digits. */
function uncheckedTimeouts(flow: FlowToCheck): Found[] {
  const actions = byIdentifier(flow);
  const unchecked = ofType(flow, 'GetParticipantInput').filter((input) => {
    if (!isTrue(input.parameters.StoreInput) || input.transitions.next === undefined) return false;
    const after = reachable([input.transitions.next], actions);
    return ![...after].some((identifier) => comparesTimeout(actions.get(identifier) ?? input));
  });
  return all(
    unchecked.map(({ identifier }) => identifier),
    'nothing after it asks whether the caller stayed silent',
  );
}

/** What only the paths through a flow show. */
export const pathRules: Rule[] = [
  {
    id: 'unreachable',
    severity: 'advice',
    why: 'An action that no path leads to is left over, or a transition to it was forgotten.',
    mend: 'Delete it, or lead a branch to it.',
    find: unreachable,
  },
  {
    id: 'silent-hang-up',
    severity: 'advice',
    why: 'A caller who is hung up on without a word does not know whether to ring again.',
    mend: 'Say what happened before the DisconnectParticipant, or lead the branch to a queue.',
    find: silentEnds,
  },
  {
    id: 'no-way-out',
    severity: 'advice',
    why: 'A caller who cannot answer what is asked hears it again and again.',
    mend: 'Count the turns with a Loop action, and lead DoneLooping to a person or to an end.',
    find: inescapable,
  },
  {
    id: 'loop-without-time',
    severity: 'advice',
    why: 'Actions that take no time can turn so fast that Connect ends the contact.',
    mend: 'Count the turns with a Loop action, or let something be said in each.',
    find: timeless,
  },
  {
    id: 'silent-functions',
    severity: 'advice',
    why: 'Functions in a row have 20 s altogether, and the caller hears nothing meanwhile.',
    mend: 'Let something be said between them, or shorten InvocationTimeLimitSeconds.',
    find: silentFunctions,
  },
  {
    id: 'stored-timeout',
    severity: 'advice',
    why: 'Silence is no error of a stored input: it stores the word Timeout, which then passes for what was keyed.',
    mend: 'Compare $.StoredCustomerInput with Timeout right after it.',
    find: uncheckedTimeouts,
  },
  {
    id: 'branch-taken-never',
    severity: 'advice',
    why: 'Conditions are tried in order: the second of two equal ones is never taken.',
    mend: 'Delete it, or compare with another value.',
    find: perAction(({ transitions: { conditions } }) => {
      const written = conditions.map(({ operator, operand }) => `${operator} "${operand}"`);
      return [...new Set(written.filter((one, index) => written.indexOf(one) !== index))].map(
        (one) => `two conditions are ${one}`,
      );
    }),
  },
];
