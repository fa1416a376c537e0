import type { Metrics } from '../../domain/reporting/report-contract.ts';
import type { PreparedLine } from '../../domain/reporting/prepared-lines.ts';
import { dayReport } from '../../domain/reporting/report.ts';
import { booking, contact, day, reportRules, rowsOf } from './told-lines.ts';

const minute = 60;
/** From the first ring to the queue. */
const menuSeconds = 10;

/** Waits on the line, and is answered. */
const holds = (index: number, waitMinutes: number): PreparedLine[] => [
  contact({
    person: `2026-hold-${index}`,
    at: '09:00',
    queued: menuSeconds,
    agent: menuSeconds + waitMinutes * minute,
    attributes: { stage: 'arrival', queue: 'allocations' },
  }),
];

/** Takes a callback ten seconds after entering the queue, and is called back once. */
function takesCallback(index: number, waitMinutes: number): PreparedLine[] {
  const contactId = `taker-${index}`;
  const person = `2026-taker-${index}`;
  const attributes = { stage: 'arrival', queue: 'allocations', offeredAt: `${day}T08:00:12Z` };
  return [
    contact({ contactId, person, at: '09:00', queued: menuSeconds, left: menuSeconds + 10, ends: 30, attributes }),
    ...booking({ bookingId: `place-${index}`, contactId }, { at: '09:00:20', from: 'none', to: 'queued' }),
    contact({
      contactId: `ours-${index}`,
      initialContactId: contactId,
      previousContactId: contactId,
      method: 'CALLBACK',
      person,
      at: '09:00:20',
      queued: 0,
      agent: waitMinutes * minute - 30,
      picksUp: waitMinutes * minute - 20,
      attributes,
    }),
  ];
}

/**
 * The American Social Security published an average speed of answer of 15.9 minutes: who stayed on the line waited 59 minutes, who took a callback
 * 1 h 51, and was counted as having waited none (press on the report of its Inspector General, December 2025).
 */
describe('a day on which who takes a callback could be counted as having waited none', () => {
  const held = 27;
  const taken = 73;
  const lines = [
    ...Array.from({ length: held }, (_, index) => holds(index, 59)),
    ...Array.from({ length: taken }, (_, index) => takesCallback(index, 111)),
  ].flat();
  const { metrics } = dayReport(rowsOf(lines), { rules: reportRules, day });

  it('would look like 15.9 minutes, to who counts so', () => {
    const countedSo = (metrics.liveAnswerSeconds ?? 0) / ((metrics.answered ?? 0) + (metrics.takenCallback ?? 0));
    expect(countedSo / minute).toBeCloseTo(15.9, 1);
  });

  it('has the hour and a half that people waited for a voice', () => {
    const expected = (held * (59 * minute + menuSeconds) + taken * 111 * minute) / (held + taken);
    expect(metrics.timeToHumanVoiceSeconds).toBeCloseTo(expected, 9);
    expect(expected / minute).toBeGreaterThan(96);
    expect(metrics.timeToHumanVoiceMedianSeconds).toBe(111 * minute);
  });

  it('has nobody answered within 3 minutes, where the service level of Connect has 73 % within 20 s', () => {
    expect(metrics.connectServiceLevel20).toBe(0.73);
    expect(pick(metrics, 'answeredWithin20Rate', 'answeredWithin60Rate', 'answeredWithin180Rate')).toEqual([0, 0, 0]);
  });

  it('has an answer rate that callbacks do not raise, and one beside it that says so', () => {
    expect(pick(metrics, 'answerRate', 'answerRateWithCallbacks')).toEqual([0.27, 1]);
  });

  it('has the share that left the queue without an agent beside an abandonment rate of 0', () => {
    expect(pick(metrics, 'abandonmentRate', 'abandonmentRateRaw')).toEqual([0, 0.73]);
  });
});

const pick = (metrics: Metrics, ...keys: (keyof Metrics)[]): (number | null)[] => keys.map((key) => metrics[key]);

describe('a day cannot be made to look better', () => {
  const answered = Array.from({ length: 8 }, (_, index) => holds(index, 1)).flat();
  const figures = (more: PreparedLine[]): Metrics =>
    dayReport(rowsOf([...answered, ...more]), { rules: reportRules, day }).metrics;

  it('by a menu that callers leave', () => {
    const leaving = [1, 2].map(() => contact({ at: '09:05', attributes: { stage: 'menu' } }));
    expect(figures(leaving)).toMatchObject({ answerRate: 0.8, leftInMenu: 2, callsForAgent: 10 });
  });

  it('by announcing a wait that frightens', () => {
    const balking = [1, 2].map(() => contact({ at: '09:05', attributes: { stage: 'arrival', queue: 'allocations' } }));
    expect(figures(balking)).toMatchObject({ answerRate: 0.8, balkingRate: 0.2, abandonmentRate: 0 });
  });

  it('by promises that are not kept', () => {
    const call = contact({ contactId: 'c', at: '09:05', queued: 10, left: 20, attributes: { stage: 'arrival' } });
    const promise = booking(
      { bookingId: 'b', contactId: 'c', slot: '14:00' },
      { at: '09:06', from: 'none', to: 'booked' },
    );
    const late = contact({
      method: 'API',
      attributes: { bookingId: 'b', attempt: '1' },
      at: '15:30',
      picksUp: 5,
      agent: 30,
    });
    const metrics = figures([call, ...promise, late]);
    expect(metrics).toMatchObject({ promiseKeptRate: 0, promiseReachedRate: 1, lateMeanSeconds: 3600 });
    expect(metrics.timeToHumanVoiceSeconds).toBeCloseTo((8 * 70 + 23_130) / 9, 9);
  });

  it('by answers in the day’s recorded voice: they leave both sides of the official rate, and show in the global one', () => {
    const heard = [1, 2].map(() => contact({ at: '09:05', attributes: { stage: 'informed' } }));
    expect(figures(heard)).toMatchObject({ answerRate: 1, globalRate: 1, callsForAgent: 8, callsOpen: 10 });
  });

  it('by closing: closed calls are told', () => {
    const closed = [1, 2].map(() => contact({ at: '20:05', attributes: { stage: 'closed' } }));
    expect(figures(closed)).toMatchObject({ calls: 10, callsClosed: 2, callsOpen: 8, answerRate: 1 });
  });
});
