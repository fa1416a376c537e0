import type { Entry } from './flow-map.ts';
import type { OtherPeople } from './other-people.ts';

/** The numbers of one of the people of these calls, as they are dialled in France. */
export const numbersOf = (person: number) => ({
  mobile: `06123${String(person).padStart(5, '0')}`,
  landline: `01423${String(person).padStart(5, '0')}`,
  premium: '0899123456',
});
export const international = (national: string): string => `+33${national.slice(1)}`;

/** The key of a menu that leads where a caller's way goes; undefined for silence. */
export function menuKey({ name, kind, from }: Entry): string | undefined {
  if (name === 'InputTimeLimitExceeded') return undefined;
  if (kind === 'condition') return name.replace('Equals ', '');
  const used = from.entries.map((entry) => entry.name.replace('Equals ', ''));
  return ['7', '6', '5', '#', '4', '3'].find((key) => !used.includes(key));
}

/** How long somebody has choices repeated, until the first of them is over. */
const longestRepetitionMilliseconds = 40 * 60_000;
const stateOf: Record<string, 'booked' | 'queued' | 'missed' | 'dialling'> = {
  booked: 'booked',
  queued: 'queued',
  missed: 'missed',
  underWay: 'dialling',
};

/** What is keyed beyond a menu's choice, and what it takes to know it. */
export class CodeAndNumber {
  readonly #others: OtherPeople;
  readonly #numbers = new Map<string, string>();
  readonly #firstChoices = new Map<string, string>();

  constructor(others: OtherPeople) {
    this.#others = others;
  }

  noteOffered(contactId: string, start: string): void {
    this.#firstChoices.set(contactId, start);
  }

  /** The key of who is to choose an hour that is over: `*` until it is, then `1`. Undefined for who is not. */
  lateKey(contactId: string, route: readonly Entry[], now: number): string | undefined {
    const [next] = route;
    const chooses = next?.kind === 'condition' && next.from.action.startsWith('choose-slot');
    if (!chooses || !route.some(({ name }) => name === 'Equals closed')) return undefined;
    const start = Date.parse(this.#firstChoices.get(contactId) ?? '');
    return start >= now && start < now + longestRepetitionMilliseconds ? '*' : '1';
  }

  /** Digits that lead where a caller's way goes; undefined for silence, `0` to ask for a person. */
  async digits(contactId: string, route: readonly Entry[], person: number): Promise<string | undefined> {
    const heard = route.find(({ from }) => from.type === 'Compare');
    if (heard?.name === 'Equals Timeout') return undefined;
    if (heard?.name === 'Equals 0') return '0#';
    const asked = route[0]?.from.action ?? '';
    const wanted = route.slice(2).find(({ from }) => from.type === 'Compare');
    if (asked.includes('code')) return `${await this.#code(contactId, wanted)}#`;
    const kind = route.slice(3, 5).find(({ from }) => from.type === 'Compare');
    const number = numberFor(kind, person);
    this.#numbers.set(contactId, international(number));
    return `${number}#`;
  }

  /** The code of a promise, made now if the way leads to one; else one that is none. */
  async #code(contactId: string, wanted: Entry | undefined): Promise<string> {
    const state = stateOf[wanted?.name.replace('Equals ', '') ?? ''];
    const number = this.#numbers.get(contactId);
    if (state === undefined || number === undefined) return '000';
    await this.#others.promise({ number }, state);
    return (await this.#others.bookingOf(number))?.code ?? '000';
  }
}

function numberFor(kind: Entry | undefined, person: number): string {
  const { mobile, landline, premium } = numbersOf(person);
  if (kind?.name === 'Equals landline') return landline;
  return kind?.kind === 'otherwise' ? premium : mobile;
}
