import { referenceValues } from '../contact-data.ts';
import { type FlowAction, isObject, isTrue, type JsonObject, scalar } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, next, type Step, tell } from '../flow-run.ts';
import { noteHeard } from '../outcome.ts';
import { resolveText } from '../../../flow-language/references.ts';
import { MalformedMarkup } from '../../../flow-language/speech-markup.ts';
import { markupPrompt, type Prompt, recordedPrompt, spokenPrompt } from '../speech.ts';
import { numberParameter } from '../../../flow-language/specification/action-specification.ts';
import { type ActionKinds } from './action-kind.ts';

/** A prompt to be heard, or why it cannot be; neither where there is nothing to hear. */
interface PreparedPrompt {
  prompt?: Prompt | undefined;
  fault?: string;
}

/** Why a prompt cannot be heard. */
class Unspoken extends Error {}

/** The prompt that parameters name, whichever form they use. */
export function preparePrompt(parameters: JsonObject, run: FlowRun): PreparedPrompt {
  if (run.hearer === 'caller' && !run.contact.onLine) return { fault: 'nobody is on the line' };
  try {
    return { prompt: spoken(parameters, run) ?? recorded(parameters, run) };
  } catch (error) {
    if (error instanceof Unspoken || error instanceof MalformedMarkup) return { fault: error.message };
    throw error;
  }
}

function spoken(parameters: JsonObject, run: FlowRun): Prompt | undefined {
  const ssml = resolved(parameters.SSML, run);
  const text = resolved(parameters.Text, run);
  if (!ssml && !text) return undefined;
  const prompt = ssml ? markupPrompt(ssml) : spokenPrompt(text);
  const fails = run.host.faults.meets({ of: 'speech', text: prompt.text, contactId: run.contact.id });
  if (fails) throw new Unspoken('the speech service fails');
  return prompt;
}

function recorded({ PromptId, Media }: JsonObject, run: FlowRun): Prompt | undefined {
  const name = resolved(PromptId, run) || (isObject(Media) ? resolved(Media.Uri, run) : '');
  if (!name) return undefined;
  if (run.host.faults.meets({ of: 'prompt', names: [name] })) throw new Unspoken(`no prompt ${name}`);
  return recordedPrompt(run.host.resources.promptName(name));
}

function resolved(value: unknown, run: FlowRun): string {
  const text = scalar(value) ?? '';
  return (text.includes('$') ? resolveText(text, referenceValues(run)) : text).trim();
}

/** Silence is not told. */
export function startPrompt(run: FlowRun, prompt: Prompt): void {
  run.silentMilliseconds = 0;
  if (prompt.text !== '') tell(run, { kind: 'heard', by: run.hearer, text: prompt.text });
}

async function playPrompt(action: FlowAction, run: FlowRun): Promise<Step> {
  const { prompt, fault } = preparePrompt(action.parameters, run);
  if (!prompt) return failed(fault ?? 'an empty prompt');
  const { keypad } = run.contact;
  const givesWay = isTrue(action.parameters.SkipWhenDTMFBufferEnabled) && keypad.buffers;
  if (givesWay && keypad.typedAhead !== '') return next;
  startPrompt(run, prompt);
  const heardOut = await (givesWay ? untilKey(run, prompt) : play(run, prompt));
  if (heardOut && run.hearer === 'caller') noteHeard(run.contact);
  return next;
}

async function play(run: FlowRun, prompt: Prompt, signal = run.signal): Promise<true> {
  await run.host.clock.sleep(prompt.seconds * 1000, signal);
  return true;
}

/** Whether the prompt was heard to its end: a key that is buffered meanwhile interrupts it. */
async function untilKey(run: FlowRun, prompt: Prompt): Promise<boolean> {
  const { keypad } = run.contact;
  const key = new AbortController();
  keypad.onTypedAhead(() => key.abort(key));
  try {
    return await play(run, prompt, AbortSignal.any([run.signal, key.signal]));
  } catch (reason) {
    if (reason === key) return false;
    throw reason;
  } finally {
    keypad.onTypedAhead(undefined);
  }
}

/** Plays its messages one after the other, again and again, and from the first again after each interruption. */
async function loopPrompts(action: FlowAction, run: FlowRun): Promise<Step> {
  const { clock } = run.host;
  const interruptSeconds = numberParameter(action, 'InterruptFrequencySeconds');
  const interruptAt = interruptSeconds === undefined ? Infinity : clock.now() + interruptSeconds * 1000;
  run.resumeAt = action.identifier;
  for (;;) {
    let heard = false;
    for (const message of messagesOf(action)) {
      const { prompt, fault } = preparePrompt(message, run);
      if (fault !== undefined) return failedLoop(run, fault);
      if (!prompt) continue;
      heard = true;
      startPrompt(run, prompt);
      await clock.sleep(Math.min(prompt.seconds * 1000, interruptAt - clock.now()), run.signal);
      if (clock.now() >= interruptAt) return { kind: 'result', value: 'MessagesInterrupted' };
    }
    if (!heard) return failedLoop(run, 'no message to loop');
  }
}

/** What follows an error is no interruption: its end does not return to the loop. */
function failedLoop(run: FlowRun, fault: string): Step {
  run.resumeAt = undefined;
  return failed(fault);
}

function messagesOf(action: FlowAction): JsonObject[] {
  const messages = action.parameters.Messages;
  return Array.isArray(messages) ? messages.filter(isObject) : [];
}

export const speechActions: ActionKinds = {
  MessageParticipant: { run: playPrompt },
  MessageParticipantIteratively: {
    run: loopPrompts,
  },
};
