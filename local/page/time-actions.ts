import { instantOf } from '../../domain/administration/local-time.ts';
import { isOpenAt, nextOpening } from '../../domain/administration/opening-hours.ts';
import type { Journal } from './journal.ts';
import type { Pace } from './pace.ts';
import { type Action, between, present, RequestFault } from './requests.ts';

const dayMilliseconds = 24 * 3600_000;
/** Callbacks are promised for one of the next working days: bridges of public holidays are shorter than this. */
const longestWaitMilliseconds = 14 * dayMilliseconds;
const longestJumpMilliseconds = 31 * dayMilliseconds;

/** The clock of all lines. `advance` ends early where something rings. @throws RequestFault, in French */
export function timeActions(
  journal: Journal,
  pace: Pace,
  advance: (untilMilliseconds: number) => Promise<void>,
): Record<string, Action> {
  const { administration } = journal.line;
  return {
    speed: ({ times }) => pace.follow(between(times, 1, 60)),
    advance: ({ seconds }) => advance(pace.now + between(seconds, 1, dayMilliseconds / 1000) * 1000),
    jump: ({ to }) => {
      const [, date = '', hours, minutes] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(String(to)) ?? [];
      if (date === '') throw new RequestFault('Indiquez un jour et une heure.');
      const until = instantOf(date, Number(hours) * 60 + Number(minutes), administration.timeZone).getTime();
      if (!(until > pace.now)) throw new RequestFault('L’horloge ne recule pas : indiquez une heure à venir.');
      if (until > pace.now + longestJumpMilliseconds) throw new RequestFault('Indiquez une heure d’ici un mois.');
      return advance(until);
    },
    untilItRings: () => {
      if (!journal.promises.open) throw new RequestFault('Aucun rappel n’est prévu sur cette ligne.');
      return advance(pace.now + longestWaitMilliseconds);
    },
    untilOpening: () => {
      const now = new Date(pace.now);
      if (isOpenAt(administration, now)) throw new RequestFault('Cette ligne est déjà ouverte.');
      return advance(present(nextOpening(administration, now), 'Cette ligne n’ouvre pas dans l’année.').getTime());
    },
    stopAdvancing: () => pace.stopAdvancing(),
  };
}
