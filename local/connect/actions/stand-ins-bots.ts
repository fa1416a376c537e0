import { type FlowAction, type JsonObject, isObject, scalar } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, type Step, tell } from '../flow-run.ts';
import type { KeyInput, Said } from '../keypad.ts';
import type { Prompt } from '../speech.ts';
import type { StandInAnswer } from '../stand-ins.ts';
import type { ActionKinds } from './action-kind.ts';
import { preparePrompt, startPrompt } from './speech.ts';
import { keepUnder, objectParameter, setValues, standIn, stepAfter, tellAnswer } from './stand-in.ts';

/** Session attributes and their defaults: Administrator Guide, "Get customer input". */
const DEFAULT_SILENCE_MILLISECONDS = 3000;
const DEFAULT_KEY_PAUSE_MILLISECONDS = 5000;
const LONGEST_SPEECH_MILLISECONDS = 55_000;
const END_KEY = '#';
const DELETION_KEY = '*';
/** Chats wait a minute at least. */
const SHORTEST_CHAT_SECONDS = 60;
/** What a bot of Lex understands when it understands nothing: silence, and keys that it has no use for. */
const FALLBACK_INTENT = 'FallbackIntent';

async function talk(action: FlowAction, run: FlowRun): Promise<Step> {
  const step = await conversation(action, run);
  tellAnswer(action, run, step);
  return step;
}

async function conversation(action: FlowAction, run: FlowRun): Promise<Step> {
  const attributes = objectParameter(action, 'LexSessionAttributes', run);
  const { prompt, fault } = preparePrompt(action.parameters, run);
  const refused = fault ?? unstartable(action, run, attributes);
  if (refused !== undefined) return failed(refused);
  if (prompt) startPrompt(run, prompt);
  const scripted = run.host.standIns.next(action);
  if (scripted) await run.host.clock.sleep((prompt?.seconds ?? 0) * 1000, run.signal);
  const answer = scripted ?? (await listened(action, run, prompt, attributes));
  if (answer.error === undefined) keepSaid(answer, attributes, run);
  return stepAfter(answer.error === undefined ? { result: FALLBACK_INTENT, ...answer } : answer);
}

/** Why the bot is not even asked. */
function unstartable(action: FlowAction, run: FlowRun, attributes: JsonObject): string | undefined {
  const longest = milliseconds(attributes, /^x-amz-lex:(audio:max-length-ms|max-speech-duration-ms):/, 0);
  if (longest > LONGEST_SPEECH_MILLISECONDS) return `a speech of more than ${LONGEST_SPEECH_MILLISECONDS} ms`;
  const beginning = objectParameter(action, 'LexInitializationData', run).InitialMessage;
  return run.contact.channel === 'CHAT' && beginning === '' ? 'no message to begin with' : undefined;
}

function milliseconds(attributes: JsonObject, name: RegExp, absent: number): number {
  const given = Object.entries(attributes).find(([key]) => name.test(key));
  return given === undefined ? absent : Number(scalar(given[1]));
}

async function listened(
  action: FlowAction,
  run: FlowRun,
  prompt: Prompt | undefined,
  attributes: JsonObject,
): Promise<StandInAnswer> {
  const { clock } = run.host;
  const promptSeconds = prompt?.seconds ?? 0;
  if (run.contact.channel !== 'VOICE') {
    // Nobody writes in the chats that are here: they are guides.
    const limit = Number(scalar(objectParameter(action, 'LexTimeoutSeconds', run).Text) ?? SHORTEST_CHAT_SECONDS);
    await clock.sleep(limit * 1000, run.signal);
    return { error: 'InputTimeLimitExceeded' };
  }
  const silence = /^x-amz-lex:(audio:start-timeout-ms|start-silence-threshold-ms):/;
  const timeLimitSeconds = milliseconds(attributes, silence, DEFAULT_SILENCE_MILLISECONDS) / 1000;
  const pause = milliseconds(attributes, /^x-amz-lex:dtmf:end-timeout-ms:/, DEFAULT_KEY_PAUSE_MILLISECONDS);
  const input = run.contact.keypad.openToSpeech(clock, run.signal);
  run.host.inputAsked(run.contact, { promptSeconds, timeLimitSeconds, expects: 'intent' });
  try {
    const heard = await nextUtterance(input, promptSeconds + timeLimitSeconds, pause / 1000);
    if (typeof heard !== 'string') return { result: heard.intent, values: { Slots: heard.slots } };
    if (heard !== '') tell(run, { kind: 'pressed', keys: heard, text: heard });
    return { result: intentOfKeys(heard.replace(END_KEY, ''), action) };
  } finally {
    input.close();
  }
}

/** What is said, or the keys: up to one that ends them, or to a pause. Empty where there is neither. */
async function nextUtterance(
  input: KeyInput<string | Said>,
  firstSeconds: number,
  pauseSeconds: number,
): Promise<string | Said> {
  let keys = '';
  for (let within = firstSeconds; !keys.endsWith(END_KEY) && !keys.endsWith(DELETION_KEY); within = pauseSeconds) {
    const heard = await input.next(within);
    if (heard === undefined) break;
    if (typeof heard !== 'string') return heard;
    keys += heard;
  }
  return keys;
}

/** A bot knows what keys mean to it, its stand-in does not: key 1 is the first intent that the flow has a branch for, and so on. */
function intentOfKeys(keys: string, { transitions: { conditions } }: FlowAction): string {
  return (/^\d+$/.test(keys) ? conditions[Number(keys) - 1]?.operand : undefined) ?? FALLBACK_INTENT;
}

function keepSaid(
  { result = FALLBACK_INTENT, values = {} }: StandInAnswer,
  attributes: JsonObject,
  run: FlowRun,
): void {
  const { SessionAttributes: changed, ...others } = values;
  setValues(run, 'Lex', {
    IntentName: result,
    Slots: {},
    DialogState: 'Fulfilled',
    ...others,
    SessionAttributes: { ...attributes, ...(isObject(changed) ? changed : {}) },
  });
}

export const botStandIns: ActionKinds = {
  ConnectParticipantWithLexBot: { run: talk },
  ConnectParticipantWithAgenticCX: standIn({
    refusal: (_action, run) => (run.contact.channel === 'TASK' ? failed('nobody talks in a task') : undefined),
    keep: keepUnder('AgenticCX'),
  }),
};
