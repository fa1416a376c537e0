import { isObject, type JsonObject, scalar } from '../../flow-language/flow-document.ts';

/** Connect's own views that look here as they do there; `genericScreen` shows every other. */
const drawnViews = ['cards', 'detail', 'form', 'confirmation'] as const;
type ViewName = (typeof drawnViews)[number];

/** What an agent sees of a guide: the stand-in for a view of the agent workspace, whatever view it is. */
export interface Screen {
  view: ViewName | 'other';
  heading: string;
  subheading: string;
  /** Why a form is shown again. */
  fault: string;
  /** In a bar above everything. */
  known: { label: string; value: string }[];
  texts: string[];
  cards: { heading: string; text: string; hint: string; buttons: string[] }[];
  fields: { name: string; label: string; type: 'text' | 'date' | 'time'; value: string }[];
  /** Below everything; those of cards are in the cards. */
  buttons: string[];
}

/** What a flow reads of what an agent did: `$.Views`. */
export interface ViewAnswer {
  Action: string;
  ViewResultData: JsonObject;
}

const fieldTypes: Record<string, Screen['fields'][number]['type']> = {
  FormInput: 'text',
  DatePicker: 'date',
  TimeInput: 'time',
};

const text = (value: unknown): string => scalar(value) ?? '';
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const object = (value: unknown): JsonObject => (isObject(value) ? value : {});
const objects = (value: unknown): JsonObject[] => list(value).filter(isObject);
/** A label may stand alone or in an object. */
const label = (value: unknown): string[] => {
  const own = text(isObject(value) ? value.Label : value);
  return own === '' ? [] : [own];
};
/** A text, or a TemplateString, of which the words are shown. */
const words = (value: unknown): string =>
  text(isObject(value) ? value.TemplateString : value)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** A text, or a header and a text. */
const faultIn = (value: unknown): string =>
  isObject(value) ? [text(value.Header), text(value.Content)].filter((part) => part !== '').join(' ') : text(value);

/** `arn:aws:connect:<region>:aws:view/cards:1`; undefined for any other view. */
export function viewName(resourceId: string): ViewName | undefined {
  const name = /:aws:view\/([\w-]+)(?::[^:/]+)?$/.exec(resourceId)?.[1];
  return drawnViews.find((drawn) => drawn === name);
}

/** Reads the input of one of Connect's own views, its references resolved. */
export function readScreen(view: ViewName, data: JsonObject): Screen {
  const buttons =
    view === 'detail' ? list(data.Actions).flatMap(label) : [data.Next, data.Back, data.NoMatchFound].flatMap(label);
  return {
    view,
    heading: text(data.Heading),
    subheading: text(data.SubHeading ?? data.Description),
    fault: faultIn(data.ErrorText),
    known: objects(data.AttributeBar).map(({ Label, Value }) => ({ label: text(Label), value: text(Value) })),
    texts: view === 'detail' ? list(data.Sections).map(words) : [],
    cards: objects(data.Cards).map(readCard),
    fields: view === 'form' ? objects(data.Sections).flatMap(readFields) : [],
    buttons,
  };
}

function readCard({ Summary, Detail }: JsonObject): Screen['cards'][number] {
  const summary = object(Summary);
  const detail = object(Detail);
  return {
    heading: text(summary.Heading),
    text: text(detail.Description ?? summary.Description),
    hint: words(detail.Sections),
    buttons: list(detail.Actions).flatMap(label),
  };
}

function readFields({ Items }: JsonObject): Screen['fields'] {
  return objects(Items)
    .flatMap((row) => objects(row.Items))
    .map(({ Type, Name, Label, DefaultValue }) => ({
      name: text(Name),
      label: text(Label),
      type: fieldTypes[text(Type)] ?? 'text',
      value: text(DefaultValue),
    }));
}

/** Whether anything on it can be pressed. */
export const hasButtons = ({ buttons, cards }: Screen): boolean =>
  buttons.length + cards.flatMap((card) => card.buttons).length > 0;

/** What the view tells when a button is pressed, by its words; undefined where it has no such button. */
export function answerOf(
  { view, cards, buttons }: Screen,
  data: JsonObject,
  button: string,
  filledIn: Record<string, string>,
): ViewAnswer | undefined {
  if (view === 'other') return button === '' ? undefined : { Action: button, ViewResultData: filledIn };
  if (view === 'cards' || view === 'detail') {
    const all = [...(view === 'detail' ? buttons : []), ...cards.flatMap((card) => card.buttons)];
    if (all.includes(button)) return { Action: 'ActionSelected', ViewResultData: { actionName: button } };
  }
  const action = (['Next', 'Back', 'NoMatchFound'] as const).find((name) => label(data[name]).includes(button));
  if (action === undefined) return undefined;
  const result = view === 'form' ? { FormData: filledIn } : { actionName: action, Label: button };
  return { Action: action, ViewResultData: result };
}

/** A screen in one line: what stands on it, and what there is to choose among. */
export function wordsOf({ view, heading, subheading, fault, texts, cards, buttons }: Screen): string {
  const among = view === 'other' ? buttons : cards.map((card) => card.heading);
  const choices = among.length === 0 ? '' : `(${among.join(', ')})`;
  return [heading, fault, subheading, ...texts, choices].filter((part) => part !== '').join(' ');
}
