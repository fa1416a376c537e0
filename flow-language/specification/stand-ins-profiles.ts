import { type FlowAction, isObject } from '../flow-document.ts';
import { type ActionSpecifications, flowTypesFor } from './action-specification.ts';

const MAXIMUM_CRITERIA = 5;

/** Of `ProfileRequestData`, the names that are not there; all of them where it is no object. */
function missing({ parameters: { ProfileRequestData: data } }: FlowAction, ...names: string[]): string[] {
  return names.filter((name) => !isObject(data) || data[name] === undefined);
}

const requiring =
  (...names: string[]) =>
  (action: FlowAction): string[] =>
    missing(action, ...names).map((name) => `${action.type} has no ProfileRequestData.${name}`);

/** By one identifier, by several, or, as older consoles wrote it, by the name of a field: `{ PhoneNumber }`. */
function searchProblems({ parameters: { ProfileRequestData } }: FlowAction): string[] {
  const data = isObject(ProfileRequestData) ? ProfileRequestData : {};
  const { SearchCriteria: criteria } = data;
  if (!Array.isArray(criteria))
    return Object.keys(data).length > 0 ? [] : ['GetCustomerProfile has nothing to search by'];
  return criteria.length >= 1 && criteria.length <= MAXIMUM_CRITERIA
    ? []
    : [`GetCustomerProfile has from 1 to ${MAXIMUM_CRITERIA} SearchCriteria`];
}

function objectProblems(action: FlowAction): string[] {
  const undecided = missing(action, 'UseLatest', 'IdentifierName').length === 2;
  return [
    ...requiring('ProfileId', 'ObjectType')(action),
    ...(undecided ? ['GetCustomerProfileObject has neither UseLatest nor IdentifierName'] : []),
  ];
}

const profiles = {
  allowedIn: flowTypesFor.all,
  inModules: 'runs',
  nextAction: 'required',
  results: 'nothing',
  errors: ['NoMatchingError'],
  standIn: 'Customer Profiles',
} as const;

/** Developer Guide, the pages of these names; Administrator Guide, "Customer profiles". */
export const profileStandIns: ActionSpecifications = {
  AssociateContactToCustomerProfile: { ...profiles, problems: requiring('ProfileId', 'ContactId') },
  CreateCustomerProfile: profiles,
  UpdateCustomerProfile: profiles,
  GetCustomerProfile: {
    ...profiles,
    errors: ['MultipleFoundError', 'NoneFoundError', 'NoMatchingError'],
    problems: searchProblems,
  },
  GetCustomerProfileObject: { ...profiles, errors: ['NoneFoundError', 'NoMatchingError'], problems: objectProblems },
  GetCalculatedAttributesForCustomerProfile: {
    ...profiles,
    errors: ['NoneFoundError', 'NoMatchingError'],
    problems: requiring('ProfileId'),
  },
  // Named in the Administrator Guide alone: neither its parameters nor the words of its branches are documented.
  CheckSegmentMembership: { ...profiles, nextAction: 'optional', results: 'anything' },
};
