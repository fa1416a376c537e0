import type { Action, Parameter } from './flow-language.ts';
import { rendered, renderedAll, type Reference, type Value } from './references.ts';

/** Of a screen: what is not pressed within the hour is not waited for. The longest talk ends before. */
const screenSeconds = 3600;

/** What a screen tells when a button of it was pressed. */
export const chosenAction: Reference = { path: '$.Views.ViewResultData.actionName' };

interface Screen {
  /** Of Connect's own views, in the region of the line. */
  region: string;
  view: 'cards' | 'detail' | 'form' | 'confirmation';
  data: { [name: string]: Parameter };
  /** By the action that the view tells; nobody can do anything else on a view of Connect's. */
  actions: Record<string, string>;
  /** The screen cannot be shown, or nobody presses anything. */
  error: string;
  closed: string;
}

/** Shows a screen to the agent and waits for a button. */
export function screen({ region, view, data, actions, error, closed }: Screen): Action<'ShowView'> {
  return {
    Type: 'ShowView',
    Parameters: {
      ViewResource: { Id: `arn:aws:connect:${region}:aws:view/${view}:1` },
      InvocationTimeLimitSeconds: String(screenSeconds),
      ViewData: data,
    },
    Transitions: {
      NextAction: error,
      Conditions: Object.entries(actions).map(([action, NextAction]) => ({
        NextAction,
        Condition: { Operator: 'Equals', Operands: [action] },
      })),
      Errors: [
        { NextAction: error, ErrorType: 'NoMatchingCondition' },
        { NextAction: error, ErrorType: 'NoMatchingError' },
        { NextAction: closed, ErrorType: 'TimeLimitExceeded' },
      ],
    },
  };
}

/** Where every screen of a guide leads when it fails, and when nobody answers it. */
export interface GuideEnds {
  region: string;
  error: string;
  closed: string;
}

export interface Card {
  id: string;
  heading: string;
  /** Shown once the card is opened. */
  text: string;
  hint: string;
  button: string;
}

/** Cards to open, each with one button; what is known of the contact in a bar above them. */
export function cards(
  ends: GuideEnds,
  options: { heading: string; known: Record<string, Value>; cards: readonly Card[]; chosen: string },
): Action<'ShowView'> {
  const known = Object.entries(options.known).map(([Label, value]) => ({ Label, Value: rendered(value) }));
  const data = {
    Heading: rendered(options.heading),
    ...(known.length > 0 && { AttributeBar: known }),
    Cards: options.cards.map(({ id, heading, text, hint, button }) => ({
      Summary: { Id: id, Heading: rendered(heading) },
      Detail: {
        ...renderedAll({ Heading: heading, Description: text }),
        Sections: { TemplateString: `<p>${rendered(hint)}</p>` },
        Actions: [button],
      },
    })),
  };
  return screen({ ...ends, view: 'cards', data, actions: { ActionSelected: options.chosen } });
}

/** Texts, and buttons below them. */
export function detail(
  ends: GuideEnds,
  options: { heading: string; texts: readonly Value[]; buttons: readonly string[]; chosen: string },
): Action<'ShowView'> {
  const data = {
    Heading: rendered(options.heading),
    Sections: options.texts.map(rendered),
    Actions: [...options.buttons],
  };
  return screen({ ...ends, view: 'detail', data, actions: { ActionSelected: options.chosen } });
}

/** One sentence, and one button. */
export function confirmation(
  ends: GuideEnds,
  options: { says: Value; button: string; next: string },
): Action<'ShowView'> {
  const data = { Heading: rendered(options.says), Next: { Label: options.button } };
  return screen({ ...ends, view: 'confirmation', data, actions: { Next: options.next } });
}
