import type { LineRules } from '../../domain/administration/administration.ts';
import { changeLine } from '../../local/change-line.ts';
import { ServiceError } from '../../local/http-endpoint.ts';
import type { ScriptedCaller } from '../../local/scripted-caller.ts';
import type { WatchedLine } from './watched-line.ts';

/** How the service is broken so that an alarm is raised, and mended so that it ends. None of them writes a metric. */
export interface Scenario {
  /** Local wall time at which the line starts; Tuesday 24 November 2026, ten o'clock, where it is absent. */
  at?: string;
  breaks: (watched: WatchedLine) => void | Promise<void>;
  mends: (watched: WatchedLine) => void | Promise<void>;
  /** Within so many minutes the alarm is raised, and ends. */
  minutes: { raised: number; over: number };
  /** What else it raises, for the same reason. */
  besides?: string[];
}

const numbers = Array.from({ length: 24 }, (_, index) => `+336123456${String(index + 10)}`);
const down = new ServiceError('InternalServiceException', 'down', 500);
const spentLimit = new ServiceError('ServiceQuotaExceededException', 'The month is used up', 402, {
  Reason: 'MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT',
});
/** My rights; and an hour, the first one. */
const chooseHour = '1 2 1 x';
/** My rights; stay on the line, and wait. */
const wait = '1 0';

let callers: ScriptedCaller[] = [];
const ring = (watched: WatchedLine, count: number, press = wait): void => {
  callers = numbers.slice(0, count).map((number) => watched.rings(number, press));
};
/** All agents are busy, and so many wait that callbacks are offered. */
const crowd = ({ line }: WatchedLine): void => {
  line.staff(0);
  line.addWaitingCallers(60);
};
const hangUp = (): void => {
  for (const caller of callers) caller.hangUp();
};
const turn = async ({ line }: WatchedLine, to: 'on' | 'off'): Promise<void> => {
  const change = { change: 'switch', queue: 'allocations', what: 'offering', to, by: 'marie.durand' };
  const answer = await changeLine(line, change);
  if (answer.status === 'refused') throw new Error(answer.reasons.join(', '));
};
/** They are served, and leave before the agent does: so nobody is asked anything. */
const hangUpOnAgents = ({ line, clock, callers: leaving }: WatchedLine): void => {
  line.centre.onEvent((event) => {
    if (event.kind !== 'answered' || event.by !== 'agent') return;
    clock.at(clock.now() + 20_000, () => leaving.get(event.contactId)?.hangUp());
  });
};
const withHolidaysThrough =
  (through: number) =>
  (rules: LineRules): LineRules => ({ ...rules, holidays: { ...rules.holidays, through } });
const fewMinutes = { raised: 8, over: 12 };

/** By the name of the alarm, without the administration. */
export const scenarios: Record<string, Scenario> = {
  'QueueUnstaffed-allocations': {
    breaks: (watched) => {
      watched.line.staff('none');
      ring(watched, 1);
    },
    mends: ({ line }) => line.staff(3),
    minutes: fewMinutes,
    besides: ['LineDown'],
  },
  LineDown: {
    breaks: (watched) => {
      watched.line.staff('none');
      ring(watched, 1);
    },
    mends: ({ line }) => line.staff(3),
    minutes: fewMinutes,
    besides: ['QueueUnstaffed-allocations'],
  },
  'CallbacksNotDialled-allocations': {
    breaks: (watched) => {
      crowd(watched);
      ring(watched, 1, chooseHour);
      watched.clock.at(watched.clock.now() + 5 * 60_000, () => watched.line.staff('none'));
    },
    mends: ({ line }) => line.staff(30),
    minutes: { raised: 65, over: 10 },
    besides: ['QueueUnstaffed-allocations', 'LineDown'],
  },
  'CallbacksSwitchedOff-allocations': {
    breaks: (watched) => turn(watched, 'off'),
    mends: (watched) => turn(watched, 'on'),
    minutes: { raised: 125, over: 35 },
  },
  DispatcherStopped: {
    breaks: ({ line }) => line.bus.stop(),
    mends: ({ line }) => line.bus.startSchedules(),
    minutes: fewMinutes,
  },
  NumberMisplaced: {
    breaks: (watched) => {
      watched.line.centre.faults.detachNumber();
      ring(watched, 1);
    },
    mends: ({ line }) => line.centre.faults.clear(),
    minutes: fewMinutes,
    besides: ['LineDown'],
  },
  CallersDroppedAtOnce: {
    breaks: (watched) => {
      watched.line.centre.faults.crashFlow('inbound-fr');
      ring(watched, 3);
    },
    mends: ({ line }) => line.centre.faults.clear(),
    minutes: fewMinutes,
    besides: ['CallersDropped-fr', 'LineDown'],
  },
  'CallersDropped-fr': {
    breaks: (watched) => {
      watched.line.centre.faults.crashFlow('queue-fr');
      crowd(watched);
      ring(watched, 1);
    },
    mends: ({ line }) => line.centre.faults.clear(),
    minutes: fewMinutes,
  },
  'CallersDropped-en': {
    breaks: (watched) => {
      watched.line.centre.faults.crashFlow('inbound-en');
      ring(watched, 1, '8');
    },
    mends: ({ line }) => line.centre.faults.clear(),
    minutes: fewMinutes,
  },
  'CallersDropped-plain': {
    breaks: (watched) => {
      watched.line.centre.faults.throttleAttributes();
      watched.line.centre.faults.crashFlow('plain-waiting');
      crowd(watched);
      ring(watched, 1);
    },
    mends: ({ line }) => line.centre.faults.clear(),
    minutes: fewMinutes,
  },
  ConcurrentCallsNearQuota: {
    breaks: (watched) => {
      watched.line.centre.quotas.concurrentCalls = 5;
      crowd(watched);
      ring(watched, 4);
    },
    mends: hangUp,
    minutes: fewMinutes,
  },
  CallsRefusedByQuota: {
    breaks: (watched) => {
      watched.line.centre.quotas.concurrentCalls = 1;
      crowd(watched);
      ring(watched, 2);
    },
    mends: ({ line }) => {
      line.centre.quotas.concurrentCalls = 100;
    },
    minutes: fewMinutes,
    besides: ['ConcurrentCallsNearQuota'],
  },
  BookingFailing: {
    breaks: (watched) => {
      watched.breakFunction('book-slot');
      crowd(watched);
      ring(watched, 1, '1 2 1');
    },
    mends: (watched) => watched.mendFunctions(),
    minutes: fewMinutes,
  },
  CallersUninformed: {
    breaks: (watched) => {
      watched.line.connect.faults.inject('GetCurrentMetricData', { error: down });
      crowd(watched);
      ring(watched, 1);
    },
    mends: ({ line }) => line.connect.faults.clear(),
    minutes: fewMinutes,
  },
  FunctionsThrottled: {
    breaks: ({ line }) => line.lambdas.limitConcurrency(0),
    mends: ({ line }) => line.lambdas.limitConcurrency(1000),
    minutes: { raised: 3, over: 12 },
  },
  FailedEvents: {
    breaks: (watched) => {
      watched.breakFunction('note-outcome');
      ring(watched, 1, 'x');
    },
    mends: (watched) => {
      watched.mendFunctions();
      watched.line.bus.redrive();
    },
    minutes: fewMinutes,
  },
  RecordsDropped: {
    breaks: ({ line }) => line.records.put(line.deployment.contactRecordsStream ?? '', { Contact: 'of another shape' }),
    mends: () => undefined,
    minutes: fewMinutes,
  },
  SurveyNotOffered: {
    breaks: (watched) => {
      watched.line.staff(30);
      ring(watched, 24, wait);
      hangUpOnAgents(watched);
    },
    mends: () => undefined,
    minutes: { raised: 200, over: 185 },
  },
  ReportMissing: {
    breaks: (watched) => {
      watched.rest();
      watched.breakFunction('compile-daily-report');
    },
    mends: (watched) => {
      watched.mendFunctions();
      return watched.invoke('compile-daily-report', { day: '2026-11-24' });
    },
    minutes: { raised: 28 * 60, over: 65 },
    besides: ['FailedEvents'],
  },
  HolidaysEnding: {
    at: '2028-11-05T10:00',
    breaks: (watched) => watched.rest(),
    mends: (watched) => watched.redeploy('compile-daily-report', withHolidaysThrough(2030)),
    minutes: { raised: 25 * 60, over: 49 * 60 },
  },
  SmsRefused: {
    breaks: (watched) => {
      watched.line.sms.faults.inject('SendTextMessage', { error: spentLimit });
      crowd(watched);
      ring(watched, 3, chooseHour);
    },
    mends: ({ line }) => line.sms.faults.clear(),
    minutes: { raised: 61, over: 70 },
  },
};
