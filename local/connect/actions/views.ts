import { referenceValues } from '../contact-data.ts';
import { type FlowAction, isObject, type JsonObject, scalar } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, type Step, tell } from '../flow-run.ts';
import { resolveValue } from '../../../flow-language/references.ts';
import { genericScreen } from '../generic-screen.ts';
import { hasButtons, readScreen, type Screen, viewName, wordsOf } from '../screen.ts';
import { numberParameter } from '../../../flow-language/specification/action-specification.ts';
import type { StandInAnswer } from '../stand-ins.ts';
import { type ActionKinds } from './action-kind.ts';
import { stepAfter, tellAnswer } from './stand-in.ts';

const SHORTEST_SECONDS = 300;

const viewOf = ({ parameters: { ViewResource } }: FlowAction) =>
  viewName(scalar(isObject(ViewResource) ? ViewResource.Id : undefined) ?? '');

const dataOf = ({ parameters: { ViewData } }: FlowAction): JsonObject => (isObject(ViewData) ? ViewData : {});

/** In a guide, and nowhere else: who telephones sees nothing. */
async function showView(action: FlowAction, run: FlowRun): Promise<Step> {
  const { contact, host, signal } = run;
  if (contact.channel !== 'CHAT') return failed('a view is shown in a guide only');
  if (host.faults.meets({ of: 'view', contactId: contact.id })) return failed('the view cannot be shown');
  const resolved = resolveValue(dataOf(action), referenceValues(run));
  const data = isObject(resolved) ? resolved : {};
  const screen = screenOf(action, data);
  tell(run, { kind: 'shown', view: screen.view, text: wordsOf(screen) });
  const scripted = host.standIns.next(action);
  if (scripted) return pressedBy(scripted, action, run);
  const seconds = numberParameter(action, 'InvocationTimeLimitSeconds') ?? SHORTEST_SECONDS;
  const pressed = await host.show(contact, {
    screen,
    data,
    place: { flow: run.flow.name, action: action.identifier },
    seconds,
    signal,
  });
  if (!pressed) return failed('nothing was pressed in time', 'TimeLimitExceeded');
  tell(run, { kind: 'chosen', text: pressed.button });
  run.views = pressed.answer;
  return { kind: 'result', value: pressed.answer.Action };
}

/** A view that nothing can be pressed on has its buttons elsewhere than where they are looked for. */
function screenOf(action: FlowAction, data: JsonObject): Screen {
  const view = viewOf(action);
  const screen = view === undefined ? undefined : readScreen(view, data);
  return screen && hasButtons(screen) ? screen : genericScreen(action, data);
}

/** A script answers in the place of the agent, by the name of the action. */
function pressedBy(answer: StandInAnswer, action: FlowAction, run: FlowRun): Step {
  const { result, error, values = {} } = answer;
  if (result === undefined && error === undefined) throw new Error('an answer to ShowView has a result or an error');
  if (result !== undefined) run.views = { Action: result, ViewResultData: values };
  const step = stepAfter(answer);
  tellAnswer(action, run, step);
  return step;
}

export const viewActions: ActionKinds = {
  ShowView: { run: showView },
};
