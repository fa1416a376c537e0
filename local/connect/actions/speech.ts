import { referenceValues } from '../contact-data.ts';
import { type FlowAction, isObject, type JsonObject, scalar } from '../flow-document.ts';
import { failed, type FlowRun, next, type Step, tell } from '../flow-run.ts';
import { noteHeard } from '../outcome.ts';
import { resolveText } from '../references.ts';
import { markupPrompt, type Prompt, recordedPrompt, spokenPrompt } from '../speech.ts';
import { type ActionKinds, flowTypesFor, numberParameter } from './action-kind.ts';

/** The prompt that parameters name, whichever form they use; undefined where there is nothing to hear. */
export function promptOf(parameters: JsonObject, run: FlowRun): Prompt | undefined {
  const values = referenceValues(run);
  const resolved = (value: unknown): string => resolveText(scalar(value) ?? '', values).trim();
  const ssml = resolved(parameters.SSML);
  if (ssml) return markupPrompt(ssml);
  const text = resolved(parameters.Text);
  if (text) return spokenPrompt(text);
  const recording = resolved(parameters.PromptId) || (isObject(parameters.Media) ? resolved(parameters.Media.Uri) : '');
  return recording ? recordedPrompt(recording) : undefined;
}

/** Silence is not told. */
export function startPrompt(run: FlowRun, prompt: Prompt): void {
  if (prompt.text !== '') tell(run, { kind: 'heard', by: run.hearer, text: prompt.text });
}

async function playPrompt(action: FlowAction, run: FlowRun): Promise<Step> {
  const prompt = promptOf(action.parameters, run);
  if (!prompt) return failed('an empty prompt');
  startPrompt(run, prompt);
  await run.host.clock.sleep(prompt.seconds * 1000, run.signal);
  if (run.hearer === 'caller') noteHeard(run.contact);
  return next;
}

/** Plays its messages one after the other, again and again, and from the first again after each interruption. */
async function loopPrompts(action: FlowAction, run: FlowRun): Promise<Step> {
  const { clock } = run.host;
  const messages = messagesOf(action).map((message) => promptOf(message, run));
  const prompts = messages.filter((prompt) => prompt !== undefined);
  if (prompts.length === 0) return failed('no message to loop');
  const interruptSeconds = numberParameter(action, 'InterruptFrequencySeconds');
  const interruptAt = interruptSeconds === undefined ? Infinity : clock.now() + interruptSeconds * 1000;
  run.resumeAt = action.identifier;
  for (;;) {
    for (const prompt of prompts) {
      startPrompt(run, prompt);
      await clock.sleep(Math.min(prompt.seconds * 1000, interruptAt - clock.now()), run.signal);
      if (clock.now() >= interruptAt) return { kind: 'result', value: 'MessagesInterrupted' };
    }
  }
}

function messagesOf(action: FlowAction): JsonObject[] {
  const messages = action.parameters.Messages;
  return Array.isArray(messages) ? messages.filter(isObject) : [];
}

export const speechActions: ActionKinds = {
  MessageParticipant: { allowedIn: flowTypesFor.allButHolds, run: playPrompt },
  MessageParticipantIteratively: {
    allowedIn: flowTypesFor.queueAndHolds,
    nextAction: 'optional',
    problems: (action) => (messagesOf(action).length > 0 ? [] : ['MessageParticipantIteratively has no Messages']),
    run: loopPrompts,
  },
};
