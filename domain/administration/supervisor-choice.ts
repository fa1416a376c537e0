import type { LineRules } from './administration.ts';
import type { Language } from './language.ts';
import type { LineChange, SwitchedThing } from './line-changes.ts';
import { instantOf } from './local-time.ts';
import { supervisorButtons } from './phrases/supervisors-fr.ts';

/** Parameters of `contact-centre/change-line` when the guide of a supervisor invokes it; who asks, Connect says. */
export interface GuidedChangeParameters extends Partial<Record<Language, string>> {
  /** The words of the button. */
  choice: string;
  /** Of an alert: when it ends, as the form's fields give it, `YYYY-MM-DD` and `HH:MM`, on the line's clock. */
  date?: string;
  time?: string;
}
export interface GuidedChangeResult {
  status: 'done' | 'refused';
  /** A complete sentence for the supervisor's screen, always. */
  announcement: string;
}

/** What `contact-centre/tell-line` answers: complete sentences for the supervisor's screen. */
export interface TellLineResult {
  alert: string;
  callbacks: string;
  /** Of today, on the line's clock: where a date is first asked for. */
  today: string;
}

const switched: readonly SwitchedThing[] = ['offering', 'dialling'];
const positions = ['off', 'on'] as const;

/** What the button says that turns a switch of a queue. */
const switchButton = (queue: string, what: SwitchedThing, to: 'on' | 'off'): string =>
  `${supervisorButtons.switches[what][to]} : ${queue}`;

/** All buttons of the first screen. */
export function supervisorChoices(queues: readonly string[]): string[] {
  const ofQueues = queues.flatMap((queue) =>
    switched.flatMap((what) => positions.map((to) => switchButton(queue, what, to))),
  );
  return [supervisorButtons.write, supervisorButtons.endAlert, ...ofQueues];
}

/** The change that a button asks for, without checking it; undefined for a button that asks for none. */
export function changeOfChoice(
  { choice, date = '', time = '', ...texts }: GuidedChangeParameters,
  { queues, timeZone }: Pick<LineRules, 'queues' | 'timeZone'>,
  by: string,
): LineChange | undefined {
  if (choice === supervisorButtons.endAlert) return { change: 'endAlert', by };
  if (choice === supervisorButtons.publish) {
    const { fr = '', en = '' } = texts;
    // A field left empty is no text.
    const text = { fr: fr.trim(), ...(en.trim() !== '' && { en: en.trim() }) };
    return { change: 'alert', text, until: wallInstant(date, time, timeZone), by };
  }
  for (const queue of Object.keys(queues)) {
    for (const what of switched) {
      const to = positions.find((position) => switchButton(queue, what, position) === choice);
      if (to !== undefined) return { change: 'switch', queue, what, to, by };
    }
  }
  return undefined;
}

/** Empty where the fields hold no date or no time. */
function wallInstant(date: string, time: string, timeZone: string): string {
  const written = /^(\d\d):(\d\d)/.exec(time);
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date)) || !written) return '';
  const minutes = Number(written[1]) * 60 + Number(written[2]);
  return minutes > 24 * 60 ? '' : instantOf(date, minutes, timeZone).toISOString();
}
