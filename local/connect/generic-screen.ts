import { type FlowAction, isObject, type JsonObject, scalar } from '../../flow-language/flow-document.ts';
import type { Screen } from './screen.ts';

/**
 * A view whose looks are not known here: one that an administration has made, or one whose buttons come with its data. It shows the data that
 * the flow gives it, and a button for each word that the flow has a branch for: what such a view tells is the name of one of its actions.
 */
export function genericScreen(action: FlowAction, data: JsonObject): Screen {
  const { ViewResource } = action.parameters;
  const id = scalar(isObject(ViewResource) ? ViewResource.Id : undefined) ?? '';
  const { Heading, ...others } = data;
  return {
    view: 'other',
    heading: scalar(Heading) ?? id.replace(/^.*view\//, ''),
    subheading: '',
    fault: '',
    known: entriesOf('', others),
    texts: [],
    cards: [],
    fields: [],
    buttons: action.transitions.conditions.map(({ operand }) => operand),
  };
}

/** Every scalar of the data, by the names that lead to it. */
function entriesOf(path: string, value: unknown): Screen['known'] {
  if (!isObject(value) && !Array.isArray(value)) return [{ label: path, value: scalar(value) ?? '' }];
  return Object.entries(value).flatMap(([key, inner]) => entriesOf(path === '' ? key : `${path}.${key}`, inner));
}
