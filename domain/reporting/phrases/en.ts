import type { PagePhrases, ReportPhrases } from '../phrases.ts';
import { writtenFigures } from '../written-figures.ts';
import { charts } from './charts-en.ts';
import { director } from './director-en.ts';
import { meanings } from './meanings-en.ts';
import { titles } from './titles-en.ts';

const { count, day, decimal, fullDay, list, share } = writtenFigures('en');

const page: PagePhrases = {
  dayTitle: (date) => `Report of ${fullDay(date)}`,
  weekTitle: (week, year) => `Report of week ${week} of ${year}`,
  range: (from, to) => `From ${day(from)} to ${fullDay(to)}`,
  essential: 'In short',
  labels: { lived: 'Lived', promised: 'Promised', advice: 'To do', alsoAdvised: 'Also to be watched' },
  weekBefore: 'the week before',
  before: (label, value) => `${label}: ${value}`,
  missing: (days) =>
    `This report is incomplete: the calls of ${list(days.map((date) => day(date)))} were not compiled. No figure tells of them.`,
  twoVersions: 'The key that tells persons apart changed during this period: persons cannot be counted across it.',
  lived: 'What callers lived',
  livedTables: {
    agent: 'Getting an agent',
    time: 'How long it took',
    leaving: 'Leaving without an answer',
    persons: 'Persons, not only calls',
    announcements: 'The wait announced and the wait endured',
    outcomes: 'What became of the calls',
  },
  promised: 'What was promised and kept',
  promisedTables: {
    offers: 'Callbacks proposed',
    promises: 'Promises',
    offerReasons: 'Why a callback was proposed, or not',
    refusals: 'Why a callback asked for was not promised',
    attempts: 'At which attempt the person was reached',
  },
  survey: 'What callers say of it',
  surveyTable: 'The survey',
  portion: (of, over) => `${of} of ${over}`,
  interval: (low, high) => `Between ${share(low)} and ${share(high)}, at 95%.`,
  sms: 'SMS',
  smsTables: { fates: 'What became of the SMS', templates: 'SMS by subject' },
  numbers: 'Our numbers',
  numbersTable: 'Calls received and made, by number',
  numbersTotal: 'The calls made, and the rule',
  received: 'Received',
  emitted: 'Made',
  queues: 'Queue by queue',
  queuesMeaning: 'The same measures, for each queue.',
  day: 'Day',
  queue: 'Queue',
  connect: 'Amazon Connect’s own measure, to compare',
  connectMeaning:
    'Connect counts a caller who left or took a callback as served: this figure flatters, and replaces none of ours. The second line says how many truly had an agent within that time.',
  connectTable: 'Service level of Amazon Connect, and ours',
  annex: 'Annex: the figures of the charts',
  annexMeaning: 'The charts are drawn from these tables.',
  measure: 'Measure',
  value: 'Value',
  number: 'Number',
  reason: 'Reason',
  attempt: 'Attempt',
  template: 'Subject',
  nothing: 'Nothing to count.',
  noCase: 'no case',
  notCounted: 'not counted',
  hidden: (answers) =>
    `hidden: ${answers === 0 ? 'no answer' : answers === 1 ? '1 answer' : `${count(answers)} answers`}, 30 are needed`,
  notYetOver: 'not known yet',
  outOfFive: (mean) => `${decimal(mean)} out of 5`,
  footer: (timeZone) =>
    `Times of ${timeZone}. This report holds no person’s name or telephone number; the full figures are in the CSV and JSON files of each day.`,
  offerReasons: {
    longWait: 'Proposed: the wait was long',
    waitGrew: 'Proposed: the wait exceeded what had been announced',
    waitUnknown: 'Proposed: the wait was not known',
    closed: 'Proposed: the line was closed',
    nearClosing: 'Proposed: the line was about to close',
    unstaffed: 'Proposed: no agent was there',
    waitShort: 'Not proposed: the wait was short',
    offeredRecently: 'Not proposed: it had just been',
    switchedOff: 'Not proposed: a supervisor had stopped it',
  },
  refusals: {
    full: 'No seat was left',
    paused: 'A supervisor had stopped callbacks',
    already: 'A callback was promised to that person already',
    closed: 'The line was closed',
    number: 'The number given could not be called back',
    fault: 'A fault of ours prevented it',
  },
  templates: {
    confirmation: 'Hour of the callback confirmed',
    placeKept: 'Place kept',
    reminder: 'Reminder of the hour',
    moved: 'Hour changed',
    missedRetry: 'No answer: we call again',
    missedLast: 'No answer: that was the last call',
    cancelled: 'Callback cancelled',
    carriedOver: 'Apology, and another hour',
    information: 'Information asked for',
  },
};

export const english: ReportPhrases = { titles, meanings, director, charts, page };
