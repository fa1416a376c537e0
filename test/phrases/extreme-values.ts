import type { SpokenSlot } from '../../domain/callback/phrases.ts';
import type { Territory } from '../../domain/callback/territories.ts';

/** As long as the schema allows: 60 characters for what is said, 20 for what is written. */
export const longestSpokenName = {
  fr: "la Caisse primaire d'assurance maladie des Bouches-du-Rhône",
  en: 'the local office for the health insurance of Bouches-du-Rhône',
};
export const longestName = 'Caisse des Retraités';

/** A Tuesday before the longest names of days and months. */
export const today = '2026-09-29';
/** Today, tomorrow, within six days, and beyond them, over the end of a month. */
export const dates = ['2026-09-29', '2026-09-30', '2026-10-01', '2026-10-05', '2026-10-06', '2026-11-25', '2027-01-01'];

/** Every quarter of an hour, and the minutes whose words are the longest. */
export const clocks = [...Array.from({ length: 97 }, (_, quarter) => quarter * 15), 1, 61, 771, 1281, 1291];
/** At which offices open, from 7 to 14 hours; and at which they close, and we call, up to 21 hours. */
export const openingClocks = Array.from({ length: 29 }, (_, quarter) => 420 + quarter * 15);
export const officeClocks = Array.from({ length: 57 }, (_, quarter) => 420 + quarter * 15);

export const counts = [0, 1, 2, 21, 31, 71, 81, 99, 100, 101, 200, 201, 300, 999, 1000, 1001, 9999, 999_999];
export const waitedMinutes = [1, 2, 5, 21, 30, 61, 100, 300];
export const codes = ['000', '482', '111', '921', '007'];

const territories: readonly Territory[] = ['RE', 'YT', 'GP', 'MQ', 'GF', 'PM', 'NC', 'PF', 'WF'];
const days = ['dayBefore', 'sameDay', 'nextDay'] as const;

const windows = [
  [540, 570],
  [690, 720],
  [765, 825],
  [1245, 1275],
] as const;

/** Slots of every kind of day, with each window, in France and in every territory. */
export const slots: readonly SpokenSlot[] = dates.flatMap((date) =>
  windows.flatMap(([fromMinutes, toMinutes]) => {
    const here = { date, fromMinutes, toMinutes, today };
    return [here, ...territories.flatMap((territory) => days.map((day) => overseas(here, territory, day)))];
  }),
);

function overseas(here: SpokenSlot, territory: Territory, day: (typeof days)[number]): SpokenSlot {
  return { ...here, there: { territory, date: here.date, minutes: 1290, day, today } };
}

/** Three hours offered together: two of a day and one of another, in each territory, near and far. */
export const offers: readonly (readonly SpokenSlot[])[] = dates.slice(0, -1).flatMap((date, index) => {
  const hours = (own: Pick<SpokenSlot, 'there'> | undefined): SpokenSlot[] =>
    [
      { date, fromMinutes: 510, toMinutes: 540 },
      { date, fromMinutes: 645, toMinutes: 675 },
      { date: dates[index + 1] ?? date, fromMinutes: 1245, toMinutes: 1275 },
    ].map((hour) => {
      const { there } = own ?? {};
      return { ...hour, today, ...(there && { there: { ...there, date: hour.date, minutes: hour.fromMinutes } }) };
    });
  return [undefined, ...slots.filter(({ there }) => there?.day === 'sameDay')].map(hours);
});

/** The numbers whose words are the most, and those that are read in another way. */
export const numbers = [
  '+33621314151',
  '+33612345678',
  '+33199003230',
  '+33600000000',
  '+262692213141',
  '+262269612131',
  '+590690213141',
  '+508712131',
  '+68987213141',
  '+32471213141',
];
