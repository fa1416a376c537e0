import { type FlowAction, isObject } from '../flow-document.ts';
import { pathsOf } from '../references.ts';
import type { FlowToCheck, Found, Rule } from './finding.ts';
import { type Edge, onEveryPath } from './paths.ts';

const keysOf = (value: unknown): string[] => (isObject(value) ? Object.keys(value) : []);

/** What an action sets, unless it takes an error branch. */
function sets({ type, parameters }: FlowAction): string[] {
  switch (type) {
    case 'UpdateContactAttributes':
      return keysOf(parameters.Attributes).map((key) => `$.Attributes.${key}`);
    case 'UpdateFlowAttributes':
      return keysOf(parameters.FlowAttributes).map((key) => `$.FlowAttributes.${key}`);
    case 'InvokeLambdaFunction':
      return ['$.External'];
    case 'GetParticipantInput':
      return ['$.StoredCustomerInput'];
    case 'GetMetricData':
      return ['$.Metrics'];
    default:
      return [];
  }
}

function leaving(action: FlowAction, { error }: Edge, before: ReadonlySet<string>): ReadonlySet<string> {
  if (action.type === 'InvokeLambdaFunction' && error !== undefined)
    return new Set([...before].filter((fact) => fact !== '$.External'));
  return error === undefined ? new Set([...before, ...sets(action)]) : before;
}

/** The facts that a path needs: the whole namespace, or the key in it. */
const needed = (path: string): string =>
  /^\$\.(External|StoredCustomerInput|Metrics)\b/.exec(path)?.[0] ?? path.replaceAll(/\['([^']*)'\]/g, '.$1');

function readBeforeSet(flow: FlowToCheck): Found[] {
  const facts = onEveryPath(flow, leaving);
  const somewhere = new Set(flow.actions.flatMap(sets));
  return flow.actions.flatMap((action) => {
    const here = facts.get(action.identifier);
    // A comparison with what is not set finds no match, and goes on as with any other value.
    if (here === undefined || action.type === 'Compare') return [];
    return [...new Set(pathsOf(JSON.stringify(action.parameters)))]
      .filter((path) => !here.has(needed(path)) && mustBeSetHere(path, somewhere))
      .map((path) => ({ action: action.identifier, what: `${path} is not set on every path before` }));
  });
}

/** Attributes of the contact may come from elsewhere, unless this flow itself sets them on another path. */
function mustBeSetHere(path: string, somewhere: ReadonlySet<string>): boolean {
  return /^\$\.Attributes\b/.test(path)
    ? somewhere.has(needed(path))
    : /^\$\.(External|FlowAttributes|StoredCustomerInput|Metrics)\b/.test(path);
}

/** What references read, and whether it is there. */
export const valueRules: Rule[] = [
  {
    id: 'read-before-set',
    severity: 'advice',
    why: 'What is not set is an empty text: it is spoken as silence, and sent to functions as nothing.',
    mend: 'Set it on each path that leads here, or lead the others past this action.',
    find: readBeforeSet,
  },
];
