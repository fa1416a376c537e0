import type { Metrics, Report } from '../../domain/reporting/contract.ts';

/** The main figures of a report, for a terminal. What is not known, or counted over too few, is `-`. */
export function reportText({ name, from, to, metrics }: Report): string {
  const days = from === to ? from : `${from} to ${to}`;
  return [`${name}, ${days}`, ...lines(metrics).map(([title, text]) => `${title.padEnd(34)}${text}`)].join('\n');
}

function lines(metrics: Metrics): [title: string, text: string][] {
  return [
    ['calls, persons', `${count(metrics.calls)}, ${count(metrics.persons)}`],
    ['answered by an agent', share(metrics.answered, metrics.answerRate)],
    ['answered, with callbacks', share(metrics.answeredByCallback, metrics.answerRateWithCallbacks)],
    ['left the queue unserved', share(metrics.abandoned, metrics.abandonmentRate)],
    ['to a human voice, on average', duration(metrics.timeToHumanVoiceSeconds)],
    ['to a human voice, nine in ten', duration(metrics.timeToHumanVoiceNinetyPercentSeconds)],
    ['callbacks taken', share(metrics.callbacksTaken, metrics.callbackTakeRate)],
    ['promises kept', share(metrics.promisesKept, metrics.promiseKeptRate)],
    ['promises still to come', count(metrics.promisesPending)],
    ['SMS delivered', share(metrics.smsDelivered, metrics.smsDeliveredRate)],
    ['survey answered', share(metrics.surveyAnswered, metrics.surveyResponseRate)],
    ['satisfied', share(metrics.satisfied, metrics.satisfactionRate)],
  ];
}

const none = '-';

function count(value: number | null): string {
  return value === null ? none : String(value);
}

function share(value: number | null, rate: number | null): string {
  return `${count(value)}${rate === null ? '' : ` (${(rate * 100).toFixed(1)} %)`}`;
}

function duration(seconds: number | null): string {
  if (seconds === null) return none;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}
