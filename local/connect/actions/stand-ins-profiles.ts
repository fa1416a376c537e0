import { type FlowAction, isObject, type JsonObject, scalar } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, type Step } from '../flow-run.ts';
import type { StandInAnswer } from '../stand-ins.ts';
import type { ActionKinds } from './action-kind.ts';
import { objectParameter, setValues, standIn, valuesOf } from './stand-in.ts';

/** Administrator Guide, "Customer profiles": of one value of a request, and of all that a flow has kept of profiles. */
const MAXIMUM_VALUE_CHARACTERS = 255;
const MAXIMUM_KEPT_CHARACTERS = 14_000;
/** Of the profile that every search finds, unless a script says otherwise. */
const profileId = '00000000000000000000000000000001';
/** Kept of whatever is found, asked for or not. */
const alwaysKept = [['ProfileId'], ['ProfileARN'], ['Asset', 'AssetId'], ['Order', 'OrderId'], ['Case', 'CaseId']];

const request = (action: FlowAction, run: FlowRun): JsonObject => objectParameter(action, 'ProfileRequestData', run);

/** What cannot be asked: without one of these values, or with one that is too long. */
function unaskable(action: FlowAction, run: FlowRun, ...required: string[]): Step | undefined {
  const data = request(action, run);
  const empty = required.find((name) => !scalar(data[name]));
  if (empty !== undefined) return failed(`ProfileRequestData.${empty} is empty`);
  const isTooLong = Object.values(data).some((value) => (scalar(value) ?? '').length > MAXIMUM_VALUE_CHARACTERS);
  return isTooLong ? failed(`a value has more than ${MAXIMUM_VALUE_CHARACTERS} characters`) : undefined;
}

const requiring =
  (...required: string[]) =>
  (action: FlowAction, run: FlowRun): Step | undefined =>
    unaskable(action, run, ...required);

/** By one identifier, or by several: one that has a value is enough. */
function unsearchable(action: FlowAction, run: FlowRun): Step | undefined {
  const { IdentifierName: _, SearchCriteria, ...byField } = request(action, run);
  const values = Array.isArray(SearchCriteria)
    ? SearchCriteria.filter(isObject).map(({ IdentifierValue }) => IdentifierValue)
    : Object.values(byField);
  return values.some((value) => scalar(value)) ? unaskable(action, run) : failed('no identifier has a value');
}

/** A list in what consoles export, the keys of an object in the guide. */
function responseFields({ parameters: { ProfileResponseData: fields } }: FlowAction): string[] {
  if (Array.isArray(fields)) return fields.flatMap((field) => scalar(field) ?? []);
  return Object.keys(isObject(fields) ? fields : {});
}

/** Where a field stands: `City` at `$.Customer.City`, `Attributes.x` at `$.Customer.Attributes.x`, `AssetPrice` at `$.Customer.Asset.Price`. */
function pathOf(field: string, type: string): string[] {
  const [, object, name] = (type === 'GetCustomerProfileObject' && /^(Asset|Order|Case)(.+)$/.exec(field)) || [];
  const [first = '', ...rest] = (name ?? field).split('.');
  return [...(object === undefined ? [] : [object]), first, ...(rest.length > 0 ? [rest.join('.')] : [])];
}

const at = (values: unknown, [step, ...rest]: string[]): unknown => {
  if (step === undefined) return values;
  return isObject(values) ? at(values[step], rest) : undefined;
};

function put(values: JsonObject, [step = '', ...rest]: string[], value: unknown): JsonObject {
  const inner = values[step];
  return { ...values, [step]: rest.length === 0 ? value : put(isObject(inner) ? inner : {}, rest, value) };
}

function keepProfile({ values = {}, error }: StandInAnswer, action: FlowAction, run: FlowRun): Step | undefined {
  if (error !== undefined) return undefined;
  const paths = [...alwaysKept, ...responseFields(action).map((field) => pathOf(field, action.type))];
  let kept = valuesOf(run, 'Customer');
  for (const path of paths) {
    const value = at(values, path);
    if (value !== undefined) kept = put(kept, path, value);
  }
  if (JSON.stringify(kept).length > MAXIMUM_KEPT_CHARACTERS)
    return failed(`more than ${MAXIMUM_KEPT_CHARACTERS} characters of profiles in this flow`);
  setValues(run, 'Customer', kept);
  return undefined;
}

/** One profile has been found or made: it has an identifier, whatever else a script says of it. */
function keepFound(answer: StandInAnswer, action: FlowAction, run: FlowRun): Step | undefined {
  const { region, accountId } = run.host.deployment;
  const ProfileARN = `arn:aws:profile:${region}:${accountId}:domains/stand-in/profiles/${profileId}`;
  return keepProfile({ ...answer, values: { ProfileId: profileId, ProfileARN, ...answer.values } }, action, run);
}

/** What was written is what is there afterwards. */
function written(action: FlowAction, run: FlowRun): StandInAnswer {
  const fields = Object.entries(request(action, run));
  return {
    values: fields.reduce<JsonObject>((values, [field, value]) => put(values, pathOf(field, action.type), value), {}),
  };
}

function unknownProfile(action: FlowAction, run: FlowRun): Step | undefined {
  return valuesOf(run, 'Customer').ProfileId === undefined
    ? failed('no profile was created or found in this flow')
    : unaskable(action, run);
}

/** The words of its branches are not documented: the first one of the flow stands for the segment that the profile is in. */
const firstWord = ({ transitions: { conditions } }: FlowAction): StandInAnswer => {
  const [first] = conditions;
  return first === undefined ? {} : { result: first.operand };
};

export const profileStandIns: ActionKinds = {
  AssociateContactToCustomerProfile: standIn({ refusal: requiring('ProfileId', 'ContactId') }),
  CreateCustomerProfile: standIn({ refusal: requiring(), usual: written, keep: keepFound }),
  UpdateCustomerProfile: standIn({ refusal: unknownProfile, usual: written, keep: keepProfile }),
  GetCustomerProfile: standIn({ refusal: unsearchable, keep: keepFound }),
  GetCustomerProfileObject: standIn({ refusal: requiring('ProfileId', 'ObjectType'), keep: keepProfile }),
  GetCalculatedAttributesForCustomerProfile: standIn({ refusal: requiring('ProfileId'), keep: keepProfile }),
  CheckSegmentMembership: standIn({ usual: firstWord }),
};
