import { builtLanguages, type Language } from '../../domain/administration/language.ts';

/** What a flow's Lambda invocation says, read leniently: Connect adds, leaves out and nulls fields. */
export interface FlowInvocation {
  contactId: string;
  /** E.164; undefined where the number is withheld. */
  customerNumber: string | undefined;
  /** E.164 that the contact's queue shows as caller ID; undefined before a queue is set. */
  outboundCallerId: string | undefined;
  attributes: Record<string, string>;
  parameters: Record<string, string>;
}

type Fields = Record<string, unknown>;

const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

const strings = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

const numberOf = (endpoint: unknown): string | undefined => {
  const address = fields(endpoint)['Address'];
  return typeof address === 'string' && address.startsWith('+') ? address : undefined;
};

/** Throws where the event names no contact: then it is not Connect's. */
export function readFlowInvocation(event: unknown): FlowInvocation {
  const details = fields(fields(event)['Details']);
  const contact = fields(details['ContactData']);
  const contactId = contact['ContactId'];
  if (typeof contactId !== 'string') throw new Error('not the event of a Connect flow: no ContactId');
  return {
    contactId,
    customerNumber: numberOf(contact['CustomerEndpoint']),
    outboundCallerId: numberOf(fields(contact['Queue'])['OutboundCallerId']),
    attributes: strings(contact['Attributes']),
    parameters: strings(details['Parameters']),
  };
}

/** Throws where the flow asks for a language that is not built. */
export function languageOf(parameters: Record<string, string>): Language {
  const language = builtLanguages.find((built) => built === parameters['language']);
  if (!language) throw new Error(`no such language: ${parameters['language']}`);
  return language;
}
