import { ServiceError } from '../http-endpoint.ts';
import { exceedAttributeLimit } from './attribute-limit.ts';
import type { ContactCentre } from './centre.ts';

/** `GetContactAttributes` @throws ServiceError ResourceNotFoundException */
export function contactAttributes(centre: ContactCentre, contactId: string): unknown {
  const Attributes = centre.attributes(contactId);
  if (!Attributes) throw notFound();
  return { Attributes };
}

/** `UpdateContactAttributes` @throws ServiceError ResourceNotFoundException, InvalidParameterException */
export function updateContactAttributes(
  centre: ContactCentre,
  { InitialContactId = '', Attributes = {} }: { InitialContactId?: string; Attributes?: Record<string, string> },
): unknown {
  refuseLongAttributes({ ...centre.attributes(InitialContactId), ...Attributes });
  if (!centre.updateAttributes(InitialContactId, Attributes)) throw notFound();
  return {};
}

/** @throws ServiceError InvalidParameterException */
export function refuseLongAttributes(attributes: Record<string, string>): void {
  if (Object.values(attributes).some((value) => typeof value !== 'string'))
    throw invalid('An attribute is not a string');
  if (exceedAttributeLimit(attributes)) throw invalid('Attributes exceed 32 KB');
}

function notFound(): ServiceError {
  return new ServiceError('ResourceNotFoundException', 'No such contact', 404);
}

function invalid(message: string): ServiceError {
  return new ServiceError('InvalidParameterException', message, 400);
}
