import { scalar } from '../flow-document.ts';
import { perAction, type FlowToCheck, type Found, type Rule } from './finding.ts';
import { edgesOf } from './paths.ts';

/** Limits of published flows: Developer Guide, "Flow language", and the service's quotas. */
const MOST_ACTIONS = 250;
const MOST_CHARACTERS = 256_000;
const MOST_IDENTIFIER_CHARACTERS = 50;
const forbiddenCharacters = /[%:(\\/)=$,;[\]{}]/;
const forbiddenIdentifiers = new Set([...Object.getOwnPropertyNames(Object.prototype), '__proto__']);

const whole = (what: string): Found[] => [{ action: null, what }];

function repeatedIdentifiers({ actions }: FlowToCheck): Found[] {
  const identifiers = actions.map(({ identifier }) => identifier);
  const repeated = identifiers.filter((identifier, index) => identifiers.indexOf(identifier) !== index);
  return [...new Set(repeated)].map((action) => ({ action, what: `two actions are named "${action}"` }));
}

function identifierFaults(identifier: string): string[] {
  if (identifier === '') return ['an action has no identifier'];
  const forbidden = forbiddenCharacters.exec(identifier)?.[0];
  return [
    ...(identifier.length > MOST_IDENTIFIER_CHARACTERS
      ? [`its identifier has ${identifier.length} characters, at most ${MOST_IDENTIFIER_CHARACTERS} are allowed`]
      : []),
    ...(forbidden === undefined ? [] : [`its identifier has the forbidden character ${forbidden}`]),
    ...(forbiddenIdentifiers.has(identifier) ? [`its identifier is the forbidden name ${identifier}`] : []),
  ];
}

/** What is refused whatever the actions do. */
export const documentRules: Rule[] = [
  {
    id: 'version',
    severity: 'error',
    why: 'Connect knows one version of the flow language.',
    mend: 'Write "Version": "2019-10-30".',
    find: ({ document }) =>
      document.Version === '2019-10-30' ? [] : whole(`version ${scalar(document.Version) ?? 'absent'}, not 2019-10-30`),
  },
  {
    id: 'start-action',
    severity: 'error',
    why: 'A contact enters a flow by its StartAction.',
    mend: 'Name the identifier of the first action as StartAction.',
    find: ({ startAction, actions }) =>
      actions.some(({ identifier }) => identifier === startAction)
        ? []
        : whole(`start action "${startAction}" is not among the actions`),
  },
  {
    id: 'too-many-actions',
    severity: 'error',
    why: `A flow has at most ${MOST_ACTIONS} actions.`,
    mend: 'Move a part into another flow (TransferToFlow) or a module (InvokeFlowModule).',
    find: ({ actions }) =>
      actions.length > MOST_ACTIONS ? whole(`${actions.length} actions, more than ${MOST_ACTIONS}`) : [],
  },
  {
    id: 'too-long',
    severity: 'error',
    why: `The content of a flow has at most ${MOST_CHARACTERS} characters.`,
    mend: 'Move a part into another flow or a module, or leave out the Metadata.',
    find: ({ characters }) =>
      characters > MOST_CHARACTERS ? whole(`${characters} characters, more than ${MOST_CHARACTERS}`) : [],
  },
  {
    id: 'identifier',
    severity: 'error',
    why: 'Connect refuses identifiers that are empty, long, have some characters or are names of its own.',
    mend: 'Rename the action, and each transition to it.',
    find: perAction(({ identifier }) => identifierFaults(identifier)),
  },
  {
    id: 'identifier-twice',
    severity: 'error',
    why: 'A transition to that identifier could mean either.',
    mend: 'Rename one of them.',
    find: repeatedIdentifiers,
  },
  {
    id: 'unknown-target',
    severity: 'error',
    why: 'Who takes that branch would stand before nothing.',
    mend: 'Lead the branch to an action of this flow.',
    find: (flow) => {
      const identifiers = new Set(flow.actions.map(({ identifier }) => identifier));
      return perAction((action) =>
        [...new Set(edgesOf(action).map(({ target }) => target))]
          .filter((target) => !identifiers.has(target))
          .map((target) => `leads to "${target}", which is not among the actions`),
      )(flow);
    },
  },
];
