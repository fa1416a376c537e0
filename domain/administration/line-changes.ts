import type { LineRules } from './administration.ts';
import { spokenTextFault } from './caller-texts.ts';
import { builtLanguages, type SpokenText } from './language.ts';

/** What a supervisor changes at once, without a deployment: the event of `contact-centre/change-line`. */
export type LineChange =
  | { change: 'switch'; queue: string; what: SwitchedThing; to: 'on' | 'off'; by: string }
  /** `until`: an instant, ISO 8601 with `Z` or an offset. `text`: one text is French. */
  | { change: 'alert'; text: SpokenText | string; until: string; by: string }
  | { change: 'endAlert'; by: string };

/** `offering`: callbacks are offered in the queue; `dialling`: those promised are dialled. Both are on until they are switched off. */
export type SwitchedThing = 'offering' | 'dialling';

/** What `contact-centre/change-line` answers: it throws only where the ledger does not answer. */
export type LineChangeResult = { status: 'done' } | { status: 'refused'; reasons: string[] };

/** The function has this name in the account, so that people and other programs can invoke it. */
export const changeLineFunctionName = (administrationId: string): string => `Rappel-${administrationId}-change-line`;

/** Key of the switches of a queue in the ledger; its attributes are named as what they switch, `on` or `off`. */
export const switchKey = (queue: string): string => `SWITCH#${queue}`;
/** Key of the one alert of the line: a text for each language, and `until`. */
export const alertKey = 'ALERT#current';

/** About 20 s of speech, which callers hear before anything else. */
const longestAlertCharacters = 300;
const mostAlertDays = 31;

export type CheckedChange =
  | { change: 'switch'; queue: string; what: SwitchedThing; to: 'on' | 'off'; by: string }
  | { change: 'alert'; text: SpokenText; until: Date; by: string }
  | { change: 'endAlert'; by: string };

type Fields = Record<string, unknown>;
type Answer = { checked: CheckedChange } | { reasons: string[] };

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The change that an event asks for, or every reason why it is none. */
export function checkLineChange(event: unknown, { queues }: Pick<LineRules, 'queues'>, now: Date): Answer {
  const asked = isFields(event) ? event : {};
  const { change } = asked;
  if (change === 'switch') return checkSwitch(asked, Object.keys(queues));
  if (change === 'alert') return checkAlert(asked, now);
  const by = whoAsks(asked);
  if (change === 'endAlert' && by !== undefined) return { checked: { change, by } };
  return {
    reasons: reasons([change === 'endAlert' || undefined, 'change: switch, alert or endAlert'], [by, allowedBy]),
  };
}

const allowedBy = 'by: who asks, 1 to 64 letters, digits, ".", "_", "@", "+", "-"';
const whoAsks = ({ by }: Fields): string | undefined =>
  typeof by === 'string' && /^[\w.@+-]{1,64}$/.test(by) ? by : undefined;

const oneOf = <Allowed extends string>(value: unknown, allowed: readonly Allowed[]): Allowed | undefined =>
  allowed.find((one) => one === value);

/** What is told of each value that is not there. */
const reasons = (...values: [value: unknown, told: string][]): string[] =>
  values.flatMap(([value, told]) => (value === undefined ? [told] : []));

function checkSwitch(asked: Fields, queues: readonly string[]): Answer {
  const queue = oneOf(asked['queue'], queues);
  const what = oneOf(asked['what'], ['offering', 'dialling'] as const);
  const to = oneOf(asked['to'], ['on', 'off'] as const);
  const by = whoAsks(asked);
  if (queue !== undefined && what !== undefined && to !== undefined && by !== undefined) {
    return { checked: { change: 'switch', queue, what, to, by } };
  }
  return {
    reasons: reasons(
      [queue, `queue: one of the queues: ${queues.join(', ')}`],
      [what, 'what: offering or dialling'],
      [to, 'to: on or off'],
      [by, allowedBy],
    ),
  };
}

function checkAlert(asked: Fields, now: Date): Answer {
  const texts = isFields(asked['text']) ? asked['text'] : { fr: asked['text'] };
  const { fr, en } = texts;
  const until = instantOf(asked['until']);
  const by = whoAsks(asked);
  const wrong = [...textReasons(texts), ...untilReasons(until, now), ...reasons([by, allowedBy])];
  if (wrong.length > 0 || typeof fr !== 'string' || until === undefined || by === undefined) return { reasons: wrong };
  const text: SpokenText = { fr, ...(typeof en === 'string' && { en }) };
  return { checked: { change: 'alert', text, until, by } };
}

function textReasons(texts: Fields): string[] {
  const unknown = Object.keys(texts).filter((language) => !builtLanguages.some((built) => built === language));
  const given = builtLanguages.filter((language) => language === 'fr' || texts[language] !== undefined);
  return [
    ...unknown.map((language) => `text.${language}: languages are ${builtLanguages.join(', ')}`),
    ...given.flatMap((language) => {
      const reason = alertTextFault(texts[language]);
      return reason === undefined ? [] : [`text.${language}: ${reason}`];
    }),
  ];
}

function alertTextFault(text: unknown): string | undefined {
  if (typeof text !== 'string' || !/\S/u.test(text) || text.length > longestAlertCharacters) {
    return `a text of 1 to ${longestAlertCharacters} characters`;
  }
  return spokenTextFault(text);
}

/** Only with `Z` or an offset is it one instant for everybody. */
function instantOf(until: unknown): Date | undefined {
  const written =
    typeof until === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(until);
  const instant = new Date(written ? until : Number.NaN);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

function untilReasons(until: Date | undefined, now: Date): string[] {
  if (until === undefined) return ['until: an instant such as 2026-11-24T18:00:00+01:00'];
  if (until <= now) return ['until: later than now'];
  const latest = now.getTime() + mostAlertDays * 86_400_000;
  return until.getTime() > latest ? [`until: within ${mostAlertDays} days; publish it again where it lasts`] : [];
}
