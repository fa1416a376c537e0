import { referenceValues } from '../contact-data.ts';
import { type FlowAction, isObject, type JsonObject, scalar } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, type Step, tell } from '../flow-run.ts';
import { resolveValue } from '../../../flow-language/references.ts';
import { playedViews, readScreen, screenProblems, viewName, wordsOf } from '../screen.ts';
import { numberParameter } from '../../../flow-language/specification/action-specification.ts';
import { type ActionKinds } from './action-kind.ts';

const SHORTEST_SECONDS = 300;

const viewOf = ({ parameters: { ViewResource } }: FlowAction) =>
  viewName(scalar(isObject(ViewResource) ? ViewResource.Id : undefined) ?? '');

const dataOf = ({ parameters: { ViewData } }: FlowAction): JsonObject => (isObject(ViewData) ? ViewData : {});

/** In a guide, and nowhere else: who telephones sees nothing. */
async function showView(action: FlowAction, run: FlowRun): Promise<Step> {
  const { contact, host, signal } = run;
  const view = viewOf(action);
  if (contact.channel !== 'CHAT' || view === undefined) return failed('a view is shown in a guide only');
  if (host.faults.meets({ of: 'view', contactId: contact.id })) return failed('the view cannot be shown');
  const resolved = resolveValue(dataOf(action), referenceValues(run));
  const data = isObject(resolved) ? resolved : {};
  const screen = readScreen(view, data);
  tell(run, { kind: 'shown', view, text: wordsOf(screen) });
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

function notImplemented(action: FlowAction): string[] {
  const view = viewOf(action);
  return view === undefined
    ? [`ShowView plays Connect's own views ${playedViews.join(', ')}; others are not built yet`]
    : screenProblems(view, dataOf(action));
}

export const viewActions: ActionKinds = {
  ShowView: { notImplemented, run: showView },
};
