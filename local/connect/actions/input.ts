import { type FlowAction, isObject, isTrue, type JsonObject, scalar } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, next, type Step, tell } from '../flow-run.ts';
import type { KeyInput } from '../keypad.ts';
import { validTelephoneNumber } from '../telephone-number.ts';
import { numberParameter } from '../../../flow-language/specification/action-specification.ts';
import type { ActionKinds } from './action-kind.ts';
import { encrypted } from './input-encryption.ts';
import type { Prompt } from '../speech.ts';
import { preparePrompt, startPrompt } from './speech.ts';

const DEFAULT_TIME_LIMIT_SECONDS = 5;
const DEFAULT_INTERDIGIT_SECONDS = 5;
const CANCEL_KEY = '*';
/** What the store form stores when no key was pressed: it is a value, not an error. */
const TIMEOUT = 'Timeout';

interface Limits {
  /** To the first key, prompt included: a key interrupts the prompt. */
  firstKeySeconds: number;
  againSeconds: number;
  interdigitSeconds: number;
  terminator: string;
  maximumLength: number;
  cancels: boolean;
}

async function getInput(action: FlowAction, run: FlowRun): Promise<Step> {
  if (action.parameters.EnableDTMFBuffer !== undefined) return setBuffering(action, run);
  const stores = isTrue(action.parameters.StoreInput);
  const { prompt, fault } = preparePrompt(action.parameters, run);
  if (fault !== undefined) return failed(fault);
  const typedAhead = run.contact.keypad.typedAhead !== '';
  const input = run.contact.keypad.open(run.host.clock, run.signal);
  try {
    const answered = typedAhead && !stores;
    const limits = limitsOf(action, answered ? 0 : askFor(action, run, typedAhead ? undefined : prompt));
    return stores ? await storeDigits(action, run, input, limits) : await chooseFromMenu(run, input, limits);
  } finally {
    input.close();
  }
}

/** From now on keys are kept until an input asks for them; or no more, and those that waited are dropped or stored. */
function setBuffering(action: FlowAction, run: FlowRun): Step {
  const { channel, keypad } = run.contact;
  if (channel !== 'VOICE') return failed('only a telephone has keys');
  if (isTrue(action.parameters.EnableDTMFBuffer)) {
    keypad.startBuffering();
    return next;
  }
  const waiting = keypad.stopBuffering();
  return isTrue(action.parameters.StoreInput) ? store(waiting, action, run) : next;
}

function store(value: string, action: FlowAction, run: FlowRun): Step {
  const stored = encrypted(value, action, run);
  if (stored === undefined) return failed('no key to encrypt the input with');
  run.storedInput = stored;
  return next;
}

/** Starts the prompt; returns how long it takes if nothing interrupts it. */
function askFor(action: FlowAction, run: FlowRun, prompt: Prompt | undefined): number {
  const stores = isTrue(action.parameters.StoreInput);
  if (prompt) startPrompt(run, prompt);
  const promptSeconds = prompt?.seconds ?? 0;
  const timeLimitSeconds = numberParameter(action, 'InputTimeLimitSeconds') ?? DEFAULT_TIME_LIMIT_SECONDS;
  run.host.inputAsked(run.contact, { promptSeconds, timeLimitSeconds, expects: stores ? 'digits' : 'menu' });
  return promptSeconds;
}

function limitsOf(action: FlowAction, promptSeconds: number): Limits {
  const keypad = objectParameter(action, 'DTMFConfiguration');
  const validation = objectParameter(action, 'InputValidation');
  const custom = isObject(validation.CustomValidation) ? validation.CustomValidation : {};
  const timeLimitSeconds = numberParameter(action, 'InputTimeLimitSeconds') ?? DEFAULT_TIME_LIMIT_SECONDS;
  return {
    firstKeySeconds: promptSeconds + timeLimitSeconds,
    againSeconds: timeLimitSeconds,
    interdigitSeconds: Number(scalar(keypad.InterdigitTimeLimitSeconds) ?? DEFAULT_INTERDIGIT_SECONDS),
    terminator: scalar(keypad.InputTerminationSequence) ?? '#',
    maximumLength: Number(scalar(custom.MaximumLength) ?? Infinity),
    cancels: !isTrue(keypad.DisableCancelKey),
  };
}

function objectParameter(action: FlowAction, name: string): JsonObject {
  const value = action.parameters[name];
  return isObject(value) ? value : {};
}

async function chooseFromMenu(run: FlowRun, input: KeyInput, limits: Limits): Promise<Step> {
  const key = await input.next(limits.firstKeySeconds);
  if (key === undefined) return failed('no key in time', 'InputTimeLimitExceeded');
  tell(run, { kind: 'pressed', keys: key, text: key });
  return { kind: 'result', value: key };
}

async function storeDigits(action: FlowAction, run: FlowRun, input: KeyInput, limits: Limits): Promise<Step> {
  const { pressed, digits } = await readDigits(input, limits);
  if (pressed === '') {
    run.storedInput = TIMEOUT;
    return next;
  }
  tell(run, { kind: 'pressed', keys: pressed, text: pressed });
  const phone = objectParameter(action, 'InputValidation').PhoneNumberValidation;
  const stored = isObject(phone) ? validTelephoneNumber(digits, phone) : digits;
  if (stored === undefined) return failed('not a valid telephone number', 'InvalidPhoneNumber');
  return store(stored, action, run);
}

/** All keys pressed, and the digits they leave: what comes after the last cancel key and before the terminator. */
async function readDigits(input: KeyInput, limits: Limits): Promise<{ pressed: string; digits: string }> {
  let pressed = '';
  let digits = '';
  let withinSeconds = limits.firstKeySeconds;
  while (digits.length < limits.maximumLength) {
    const key = await input.next(withinSeconds);
    if (key === undefined) break;
    pressed += key;
    digits += key;
    withinSeconds = limits.interdigitSeconds;
    if (limits.terminator !== '' && digits.endsWith(limits.terminator)) {
      digits = digits.slice(0, -limits.terminator.length);
      break;
    }
    if (key === CANCEL_KEY && limits.cancels) {
      digits = '';
      withinSeconds = limits.againSeconds;
    }
  }
  return { pressed, digits };
}

export const inputActions: ActionKinds = {
  GetParticipantInput: { run: getInput },
};
