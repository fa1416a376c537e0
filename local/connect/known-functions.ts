import type { DeployedFunction } from '../deployment.ts';
import { isObject, type JsonObject, scalar } from '../../flow-language/flow-document.ts';
import { type FlowRun, tell } from './flow-run.ts';

/** The functions of this product, by the name of their file, which the names in the template contain. */
const fileNames = [
  'brief-agent',
  'tell-position',
  'check-number',
  'offer-slots',
  'book-slot',
  'keep-place',
  'find-booking',
  'cancel-booking',
  'move-booking',
  'dial-due-callbacks',
  'note-outcome',
  'send-sms',
  'record-answer',
  'place-number',
  'attach-number',
  'change-line',
  'tell-alert',
  'send-information',
  'stop-writing',
  'note-delivery',
  'remind-callers',
  'send-for-agent',
  'tell-line',
  'note-never-served',
  'prepare-record',
  'compile-daily-report',
  'query-report',
  'dial-later-surveys',
  'forget-person',
];

const dashed = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

/** `book-slot` for whatever function name or logical id CloudFormation gives it; the function's own name where it is another's. */
export function shortName({ name, logicalId }: Pick<DeployedFunction, 'name' | 'logicalId'>): string {
  return fileNames.find((file) => dashed(name).includes(file) || dashed(logicalId).includes(file)) ?? name;
}

/** What a result means for the call: an hour booked, moved or cancelled, an answer given to the survey. */
export function noteResult(name: string, parameters: unknown, answer: JsonObject, run: FlowRun): void {
  if (name === 'book-slot' && answer.status === 'booked') run.contact.facts.booked = true;
  if (name === 'move-booking' && answer.status === 'moved') run.contact.facts.promise = 'moved';
  if (name === 'cancel-booking' && answer.status === 'cancelled') run.contact.facts.promise = 'cancelled';
  if (name === 'record-answer' && answer.status === 'recorded' && isObject(parameters)) {
    const question = scalar(parameters.question) ?? '';
    const given = scalar(parameters.answer) ?? '';
    tell(run, { kind: 'survey', question, answer: given, text: `${question} ${given}` });
  }
}
