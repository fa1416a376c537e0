import { countKeys, otherKeys, ratioKeys, type Report } from './report-contract.ts';
import {
  mostDaysAsked,
  reportFormats,
  requestErrorCodes,
  type ReportRequest,
  type RequestError,
} from './report-request.ts';

/** As much of JSON Schema (draft 7) as these need. */
interface Schema {
  description?: string;
  type?: string | string[];
  enum?: readonly string[];
  pattern?: string;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  minimum?: number;
  $ref?: string;
}

const text: Schema = { type: 'string' };
const day: Schema = { type: 'string', pattern: '^20\\d\\d-\\d\\d-\\d\\d$', description: 'A local day.' };
const count: Schema = { type: 'number', minimum: 0 };
const metric: Schema = { type: ['number', 'null'] };
const referred = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
const mapOf = (of: Schema, description: string): Schema => ({ type: 'object', additionalProperties: of, description });

/** Each of these properties is there, and no other. */
const whole = (properties: Readonly<Record<string, Schema>>, description: string): Schema => ({
  type: 'object',
  description,
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const each = (keys: readonly string[], of: Schema): Record<string, Schema> =>
  Object.fromEntries(keys.map((key) => [key, of]));

const request: Record<keyof ReportRequest, Schema> = {
  administration: { ...text, description: 'Id of the administration: the one whose function is asked.' },
  from: day,
  to: { ...day, description: `A local day, included: today or before, at most ${mostDaysAsked} days with the first.` },
  format: { enum: reportFormats, description: '"report" where it is not said.' },
};
const error: Record<keyof RequestError, Schema> = {
  code: { enum: requestErrorCodes },
  message: { ...text, description: 'For a person, in English.' },
  path: { ...text, description: 'The key of the request that is wrong; empty where it is the whole.' },
};
const report: Record<keyof Report, Schema> = {
  administration: text,
  name: text,
  timeZone: { ...text, description: 'IANA zone of the local days and hours.' },
  from: day,
  to: day,
  missingDays: {
    type: 'array',
    items: day,
    description: 'Days of the range that were never compiled: nothing of them is counted.',
  },
  personVersions: {
    type: 'array',
    items: text,
    description: 'Years of the hash of persons: those of two years cannot be told to be the same.',
  },
  metrics: referred('metrics'),
  byQueue: mapOf(referred('metrics'), 'By id of the queue.'),
  byHalfHour: mapOf(referred('counts'), 'By local half hour, HH:MM; only those with a call.'),
  byDay: mapOf(referred('metrics'), 'By local day, where the report is of several.'),
  offerReasons: mapOf(count, 'Calls to which a callback was, or was not, proposed last for that reason.'),
  callbackRefusals: mapOf(count, 'Callbacks that were asked for and not given, by reason.'),
  reachedAtAttempt: mapOf(count, 'Promises, by the attempt at which an agent and the person talked.'),
  numbers: mapOf(whole({ received: count, emitted: count }, 'Calls.'), 'By number of ours, E.164.'),
  voiceSecondsDistribution: mapOf(count, 'Calls to a human voice, by seconds rounded up to tens.'),
  smsByTemplate: mapOf(count, 'SMS, by what they tell.'),
};

const definitions: Record<string, Schema> = {
  request: {
    ...whole(request, 'The event of the function.'),
    required: ['administration', 'from', 'to'],
  },
  answer: { anyOf: [referred('report'), referred('csv'), referred('refusal')] },
  report: whole(report, 'The figures of a day or of a range. Every key is always there; null is not 0, but not known.'),
  csv: whole({ csv: text }, 'With format "servicesPublicsPlus".'),
  refusal: whole({ error: whole(error, 'What is wrong with the request.') }, 'Asking again would give the same.'),
  metrics: whole(
    each([...countKeys, ...ratioKeys, ...otherKeys], metric),
    'Described one by one in docs/metrics.md. Shares are of 1.',
  ),
  counts: whole(each(countKeys, count), 'Sums, described one by one in docs/metrics.md.'),
};

/** What `query-report` is asked and answers, as the text of `docs/report.schema.json`. The schema as a whole is that of an answer. */
export function reportJsonSchema(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Reports of an administration: what query-report answers; what it is asked is #/definitions/request',
    ...referred('answer'),
    definitions,
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
