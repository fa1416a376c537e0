import type { Administration } from '../../domain/administration/administration.ts';
import { languageKeysOf, type Language } from '../../domain/administration/language.ts';
import { speakingSeconds } from '../../domain/administration/speaking-time.ts';
import { queueSubjects } from '../../domain/administration/subjects.ts';
import { callerOfKeys } from './caller-of-keys.ts';
import type { Laptop } from '../laptop.ts';
import type { Line } from '../line.ts';

/** The way to a booked hour: what is pressed, and what is listened to, from the first ring to the last key. */
export interface Journey {
  administration: string;
  language: Language;
  subject: string;
  isSecondLevel: boolean;
  /** The caller's own number is hidden: another one is keyed in and confirmed. */
  isNumberKeyed: boolean;
  /** One for each key, a number being one. */
  keys: number;
  seconds: number;
  sentences: number;
  /** The longest prompt before a key was awaited. */
  longestPromptSeconds: number;
  isBooked: boolean;
}

/** Enough for a wait that a callback is offered in; more join before each call. */
const waitingAtFirst = 150;
const waitingBeforeEach = 20;
const longestCallMilliseconds = 10 * 60_000;
/** One for each call: a second callback to the same number would be refused. */
const callersNumber = (index: number): string => `61234${String(index).padStart(4, '0')}`;

/** Every subject with a queue of every line, in each of its languages, from a number that shows and from one that does not. */
export async function measureJourneys({ clock, lines }: Pick<Laptop, 'clock' | 'lines'>): Promise<Journey[]> {
  const journeys: Journey[] = [];
  for (const line of lines) {
    line.staff(0);
    line.addWaitingCallers(waitingAtFirst);
    for (const way of waysOf(line.administration)) {
      line.addWaitingCallers(waitingBeforeEach);
      journeys.push(await measured(way, line, clock, callersNumber(journeys.length)));
    }
  }
  return journeys;
}

/** With the keys up to the wish for an hour. */
type Way = Omit<Journey, 'keys' | 'seconds' | 'sentences' | 'longestPromptSeconds' | 'isBooked'> & {
  presses: string[];
};

function waysOf(administration: Administration): Way[] {
  return administration.languages.flatMap((language) =>
    queueSubjects(administration).flatMap(({ subject, keys, menu }) =>
      [false, true].map((isNumberKeyed): Way => {
        const first = languageKeysOf(administration.languages).find(([, other]) => other === language)?.[0];
        const presses = [...(first === undefined ? [] : [first]), ...keys, '2'];
        const isSecondLevel = menu !== undefined;
        return {
          administration: administration.id,
          language,
          subject: subject.id,
          isSecondLevel,
          isNumberKeyed,
          presses,
        };
      }),
    ),
  );
}

async function measured(way: Way, line: Line, clock: Laptop['clock'], digits: string): Promise<Journey> {
  const { presses, ...named } = way;
  const number = way.isNumberKeyed ? 'anonymous' : `+33${digits}`;
  const keyedIn = way.isNumberKeyed ? [`0${digits}#`, '1'] : [];
  const caller = callerOfKeys(line, clock, number, [...presses, ...keyedIn, '1']);
  const isOver = (): boolean => caller.isBooked() || caller.hasLeft();
  await clock.runWhile(isOver, clock.now() + longestCallMilliseconds);
  caller.hangUp();
  const { heard, pressed, promptSeconds } = caller.told();
  return {
    ...named,
    keys: pressed,
    seconds: heard.reduce((sum, text) => sum + speakingSeconds(text), 0),
    sentences: heard.flatMap((text) => text.split(/[.?!](?:\s|$)/u)).filter((sentence) => sentence !== '').length,
    longestPromptSeconds: Math.max(0, ...promptSeconds),
    isBooked: caller.isBooked(),
  };
}

/** The targets: three keys and 45 s; one key and 10 s more for a second level, and for a number keyed in; one key for a language. */
export function targetOf({ isSecondLevel, isNumberKeyed, language }: Journey): { keys: number; seconds: number } {
  const longer = Number(isSecondLevel) + Number(isNumberKeyed);
  // A number is one key, and confirming it another.
  return { keys: 3 + longer + Number(isNumberKeyed) + Number(language !== 'fr'), seconds: 45 + 10 * longer };
}

/** Prints a line for each way. */
export async function benchJourneys(laptop: Laptop): Promise<void> {
  for (const journey of await measureJourneys(laptop)) {
    const { administration, language, subject, isNumberKeyed, keys, seconds, sentences, isBooked } = journey;
    const target = targetOf(journey);
    const way = `${administration} ${language} ${subject}${isNumberKeyed ? ', number keyed in' : ''}`;
    const measures = `${keys} keys, ${seconds.toFixed(1)} s, ${sentences} sentences, longest prompt ${journey.longestPromptSeconds.toFixed(1)} s`;
    console.log(
      `to a booked hour: ${way}: ${isBooked ? measures : 'not booked'} [${target.keys} keys, ${target.seconds} s]`,
    );
  }
}
