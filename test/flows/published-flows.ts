import { globSync, readFileSync } from 'node:fs';
import type { Administration } from '../../domain/administration/administration.ts';
import { readAdministrations } from '../../domain/administration/read-administrations.ts';
import type { FlowDefinition } from '../../lib/flows/flow-definition.ts';
import type { FlowDocument } from '../../lib/flows/flow-language.ts';
import { flowDefinitions } from '../../lib/flows/flow-set.ts';
import type { FlowLambdaName } from '../../lib/flows/lambda-contracts.ts';

export const lambdas: Record<FlowLambdaName, string> = {
  tellPosition: 'arn:tell-position',
  tellAlert: 'arn:tell-alert',
  briefAgent: 'arn:brief-agent',
  checkNumber: 'arn:check-number',
  findBooking: 'arn:find-booking',
  offerSlots: 'arn:offer-slots',
  bookSlot: 'arn:book-slot',
  keepPlace: 'arn:keep-place',
  moveBooking: 'arn:move-booking',
  cancelBooking: 'arn:cancel-booking',
  sendSms: 'arn:send-sms',
  sendInformation: 'arn:send-information',
  stopWriting: 'arn:stop-writing',
  noteOutcome: 'arn:note-outcome',
  recordAnswer: 'arn:record-answer',
  sendForAgent: 'arn:send-for-agent',
  tellLine: 'arn:tell-line',
  changeLine: 'arn:change-line',
};

const paths = globSync('administrations/*.yaml').toSorted();

/** With the later survey, which none of the files turns on: its flow is read as the others are. */
export const administrations: Administration[] = readAdministrations(
  paths.map((path) => ({ path, text: readFileSync(path, 'utf8') })),
).administrations.map((read) => ({ ...read, survey: { ...read.survey, afterNoAnswer: true } }));

export type PublishedFlow = FlowDefinition & { published: FlowDocument };

/** The flows of an administration, with the name of a flow as its ARN. */
export function publishedFlows(administration: Administration): PublishedFlow[] {
  const ids = Object.keys(administration.queues);
  const definitions = flowDefinitions({
    administration,
    lambdas,
    queues: Object.fromEntries(ids.map((id) => [id, `arn:queue/${id}`])),
    supervisionQueue: 'arn:queue/supervision',
    hours: Object.fromEntries(ids.map((id) => [id, `arn:hours/${id}`])),
  });
  const names = Object.fromEntries(definitions.map(({ name }) => [name, name]));
  return definitions.map((definition) => ({ ...definition, published: definition.document(names) }));
}

export function flowNamed(administration: Administration, name: string): FlowDocument {
  const flow = publishedFlows(administration).find((candidate) => candidate.name === name);
  if (flow === undefined) throw new Error(`no flow ${name}`);
  return flow.published;
}
