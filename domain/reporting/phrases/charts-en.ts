import type { ChartPhrases } from '../phrases.ts';
import { writtenFigures } from '../written-figures.ts';

const { clock, count, day, duration, share } = writtenFigures('en');

export const charts: ChartPhrases = {
  outcomes: {
    title: 'Calls by half hour, and what became of them',
    alternative: (calls, busiest, busiestCalls) =>
      `Stacked bars of ${count(calls)} calls by half hour. The busiest begins at ${clock(busiest)}, with ${count(busiestCalls)} calls.`,
  },
  segments: {
    answered: 'Answered by an agent',
    callback: 'Callback promised',
    informed: 'Informed, or passed on',
    unserved: 'Neither agent nor promise',
    leftInMenu: 'Hung up before a choice',
    closed: 'Line closed',
  },
  halfHour: 'Half hour',
  voice: {
    title: 'Time to a human voice, with the callback’s wait',
    alternative: (voices, quickest, within) =>
      `Bars of ${count(voices)} calls that led to an agent, by time. ${share(quickest)} within ${duration(within)}.`,
    unserved: (unserved) =>
      unserved === 0
        ? 'No call was left with neither an agent nor a promise.'
        : `${unserved === 1 ? '1 call' : `${count(unserved)} calls`} with neither an agent nor a promise ${unserved === 1 ? 'is' : 'are'} not in this chart.`,
    upTo: (seconds) => `up to\n${duration(seconds)}`,
    between: (from, to) => `${duration(from)}\nto ${duration(to)}`,
    beyond: (seconds) => `over\n${duration(seconds)}`,
    time: 'Time',
    cumulated: 'In all, up to then',
  },
  promises: {
    title: 'What became of the promises',
    alternative: (promises) => `Bars of ${count(promises)} promises of a callback; each bar has its number.`,
    headings: { called: 'Did we call?', talked: 'Did we talk?' },
  },
  bars: {
    kept: 'Called as promised',
    late: 'Called late',
    neverCalled: 'Never called',
    pending: 'Still to come',
    cancelled: 'Cancelled',
    reachedFirst: 'Reached at the first call',
    reachedLater: 'Reached at a later call',
    givenUp: 'Closed without an answer',
  },
  answerRate: {
    title: 'Answer rate by an agent, day by day',
    alternative: (worst, worstRate, best, bestRate) =>
      `One bar a day. The lowest: ${share(worstRate)}, ${day(worst)}. The highest: ${share(bestRate)}, ${day(best)}.`,
  },
  noCall: 'no case',
  calls: 'Calls',
  table: (title) => `Table: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  seeTable: 'The same figures as a table, in the annex',
};
