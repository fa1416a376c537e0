import { fewestAnswers, type Report } from '../report-contract.ts';
import { counted, isMissing, type Period } from './lived.ts';
import { givenUpOf, shortHours, type ShortHours } from './short-hours.ts';

/** What to do, each with the figures that say so. */
export type Advice =
  /** Days were never compiled: nothing can be said before they are. */
  | { kind: 'compile'; days: string[] }
  /** Calls that we ended by a fault. */
  | { kind: 'faults'; failed: number }
  | { kind: 'promises'; broken: number; settled: number }
  /** Staff these half hours first; `within` of all calls given up in the queue, or on hearing the wait, came in them. */
  | { kind: 'staff'; givenUp: number; within: number; hours: ShortHours[]; period: Period }
  | { kind: 'staffThroughout'; givenUp: number; callsForAgent: number; period: Period }
  /** Who asked for a callback when no seat was left. */
  | { kind: 'seats'; refused: number }
  | { kind: 'sms'; refused: number; undelivered: number; asked: number }
  | { kind: 'survey'; offered: number; served: number }
  | { kind: 'announcements'; exceeded: number; announcements: number }
  | { kind: 'tooFew' | 'nothing' };

/** From which share on something is worth a director's attention. */
const thresholds = { faults: 0.01, broken: 0.05, givenUp: 0.05, smsLost: 0.05, surveyOffered: 0.8, held: 0.8 };
const fewestRefusals = 10;

/** Promises are told of from the first one broken where they are few, since each of them is a person who waited. */
function promiseAdvice(report: Report): Advice[] {
  const broken = counted(report, 'promisesBroken');
  const settled = counted(report, 'promisesSettled');
  const isWorthIt = broken > 0 && (settled < fewestAnswers || broken > settled * thresholds.broken);
  return isWorthIt ? [{ kind: 'promises', broken, settled }] : [];
}

function staffAdvice(report: Report, period: Period, days: readonly Report[]): Advice[] {
  const givenUp = givenUpOf({ abandoned: counted(report, 'abandoned'), balked: counted(report, 'balked') });
  const callsForAgent = counted(report, 'callsForAgent');
  if (givenUp < fewestAnswers || givenUp < callsForAgent * thresholds.givenUp) return [];
  const hours = shortHours(days);
  const within = hours.reduce((sum, range) => sum + range.givenUp, 0);
  if (hours.length === 0) return [{ kind: 'staffThroughout', givenUp, callsForAgent, period }];
  return [{ kind: 'staff', givenUp, within, hours, period }];
}

function seatsAdvice(report: Report): Advice[] {
  const refused = report.callbackRefusals['full'] ?? 0;
  return refused < fewestRefusals ? [] : [{ kind: 'seats', refused }];
}

function smsAdvice(report: Report): Advice[] {
  const refused = counted(report, 'smsRefused');
  const undelivered = counted(report, 'smsUndelivered');
  const asked = counted(report, 'smsSent') + refused;
  const isWorthIt = asked >= fewestAnswers && refused + undelivered > asked * thresholds.smsLost;
  return isWorthIt ? [{ kind: 'sms', refused, undelivered, asked }] : [];
}

function surveyAdvice(report: Report): Advice[] {
  const served = counted(report, 'surveyServed');
  const offered = counted(report, 'surveyOffered');
  const isTooRare = served >= fewestAnswers && offered < served * thresholds.surveyOffered;
  return isTooRare ? [{ kind: 'survey', offered, served }] : [];
}

function announcementAdvice(report: Report): Advice[] {
  const announcements = counted(report, 'announcements');
  const held = counted(report, 'announcementsHeld');
  const isTooRare = announcements >= fewestAnswers && held < announcements * thresholds.held;
  return isTooRare ? [{ kind: 'announcements', exceeded: announcements - held, announcements }] : [];
}

/**
 * What to do after that day or week, the gravest first; never empty.
 *
 * @param days the reports of each day: half hours of different days are not added up
 */
export function adviceFor(report: Report, period: Period, days: readonly Report[]): [Advice, ...Advice[]] {
  const compile: Advice = { kind: 'compile', days: report.missingDays };
  if (isMissing(report)) return [compile];
  const failed = counted(report, 'failed');
  const faults: Advice[] = failed === 0 ? [] : [{ kind: 'faults', failed }];
  const areFaultsGrave = failed > counted(report, 'calls') * thresholds.faults;
  const [first, ...others] = [
    ...(report.missingDays.length > 0 ? [compile] : []),
    ...(areFaultsGrave ? faults : []),
    ...promiseAdvice(report),
    ...staffAdvice(report, period, days),
    ...seatsAdvice(report),
    ...smsAdvice(report),
    ...surveyAdvice(report),
    ...announcementAdvice(report),
    ...(areFaultsGrave ? [] : faults),
  ];
  if (first !== undefined) return [first, ...others];
  return [{ kind: counted(report, 'callsForAgent') < fewestAnswers ? 'tooFew' : 'nothing' }];
}
