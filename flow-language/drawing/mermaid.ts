import type { FlowAction } from '../flow-document.ts';
import { actionWords } from './action-words.ts';

interface Drawn {
  startAction: string;
  actions: readonly FlowAction[];
}

/** Shapes of Mermaid: a decision, an end, everything else. */
const shapes = { decision: ['{"', '"}'], end: ['(["', '"])'], step: ['["', '"]'] } as const;
const decisions = new Set(['Compare', 'CheckHoursOfOperation', 'CheckMetricData', 'DistributeByPercentage', 'Loop']);

/** Quotes end a label, and `#` begins an entity. */
const escaped = (label: string): string =>
  label.replaceAll(/["#<>&`\\]/g, (character) => `#${character.codePointAt(0)};`);

/** A flow as a Mermaid flowchart: what each action does, its branches by what leads there, errors dashed. */
export function mermaid({ startAction, actions }: Drawn, nameOf?: (id: string) => string): string {
  const names = new Map(actions.map(({ identifier }, index) => [identifier, `a${index}`]));
  const node = (action: FlowAction): string => {
    const [before, after] = shapes[shapeOf(action)];
    return `  ${names.get(action.identifier)}${before}${escaped(actionWords(action, nameOf))}${after}`;
  };
  return [
    'flowchart TD',
    `  start(("call")) --> ${names.get(startAction) ?? 'nowhere'}`,
    ...actions.map(node),
    ...actions.flatMap((action) => branches(action, names)),
  ].join('\n');
}

function shapeOf({ type, transitions }: FlowAction): keyof typeof shapes {
  if (decisions.has(type)) return 'decision';
  return transitions.next === undefined && transitions.errors.length === 0 && transitions.conditions.length === 0
    ? 'end'
    : 'step';
}

/** One arrow for each place that an action leads to: what leads there stands on it; plain where nothing else could happen. */
function branches({ identifier, transitions }: FlowAction, names: ReadonlyMap<string, string>): string[] {
  const labels = new Map<string, string[]>();
  const add = (target: string, label: string): void => {
    labels.set(target, [...(labels.get(target) ?? []), label]);
  };
  for (const { operator, operand, next } of transitions.conditions) add(next, conditionWords(operator, operand));
  const isMirrored = [...transitions.conditions, ...transitions.errors].some(({ next }) => next === transitions.next);
  // The console writes the default branch twice, as NextAction too.
  if (transitions.next !== undefined && !(transitions.conditions.length > 0 && isMirrored)) add(transitions.next, '');
  const certain = new Set(labels.keys());
  for (const { type, next } of transitions.errors)
    add(next, type === 'NoMatchingCondition' ? 'else' : errorWords(type));
  return [...labels].map(([target, all]) => {
    const said = [...new Set(all)].filter((label) => label !== '');
    const isPlain = all.includes('') || said.length === 0;
    const arrow = certain.has(target) || said.includes('else') ? '-->' : '-.->';
    const label = isPlain ? '' : `|"${escaped(said.join(', '))}"|`;
    return `  ${names.get(identifier)} ${arrow}${label} ${names.get(target) ?? 'nowhere'}`;
  });
}

const operatorWords: Record<string, string> = {
  Equals: '',
  TextStartsWith: 'begins with ',
  TextEndsWith: 'ends with ',
  TextContains: 'contains ',
  NumberGreaterThan: '> ',
  NumberGreaterOrEqualTo: '≥ ',
  NumberLessThan: '< ',
  NumberLessOrEqualTo: '≤ ',
};
const conditionWords = (operator: string, operand: string): string =>
  `${operatorWords[operator] ?? operator}${operand}`;

const errorNames: Record<string, string> = {
  NoMatchingError: 'error',
  InputTimeLimitExceeded: 'silence',
  QueueAtCapacity: 'queue full',
  TimeLimitExceeded: 'too late',
};
const errorWords = (type: string): string => errorNames[type] ?? type;
