import type { TestAction } from './language-actions.ts';
import type { Observation } from './language.ts';

/** The documentation's older samples write "" where nothing comes next. */
const nextOf = ({ Transitions }: TestAction): string | undefined => Transitions?.NextAction || undefined;

export const nextObservations = ({ Transitions }: Observation): string[] => Transitions?.NextObservations ?? [];

/** Those that no other observation leads to: they wait from the beginning. */
export function unlinked(observations: readonly Observation[]): Observation[] {
  const reached = new Set(observations.flatMap(nextObservations));
  return observations.filter(({ Identifier }) => !reached.has(Identifier));
}

/** The actions in the order in which they are done: those that no other leads to, as listed, each followed by what it leads to. */
export function actionsInOrder({ Actions = [] }: Pick<Observation, 'Actions'>): TestAction[] {
  const byName = new Map(Actions.map((action) => [action.Identifier, action]));
  const reached = new Set(Actions.map(nextOf));
  const ordered = new Set<TestAction>();
  for (const first of Actions.filter(({ Identifier }) => !reached.has(Identifier))) {
    let action: TestAction | undefined = first;
    while (action && !ordered.has(action)) {
      ordered.add(action);
      action = byName.get(nextOf(action) ?? '');
    }
  }
  return [...ordered];
}

/** What no single observation or action shows: names used twice, transitions to nowhere, circles. */
export function chainFaults(observations: readonly Observation[]): string[] {
  const names = observations.map(({ Identifier }) => Identifier);
  return [
    ...duplicates(names, 'Observations', 'observations'),
    ...(unlinked(observations).length === 0 ? ['Observations: each comes after another one, so that none begins'] : []),
    ...observations.flatMap((observation, index) => {
      const path = `Observations[${index}]`;
      const lost = nextObservations(observation).filter((next) => !names.includes(next));
      return [
        ...lost.map((next) => `${path}.Transitions.NextObservations: no observation is named "${next}"`),
        ...actionFaults(observation, `${path}.Actions`),
      ];
    }),
  ];
}

function actionFaults(observation: Observation, path: string): string[] {
  const { Actions = [] } = observation;
  const names = Actions.map(({ Identifier }) => Identifier);
  const lost = Actions.flatMap((action, index) => {
    const next = nextOf(action);
    return next === undefined || names.includes(next)
      ? []
      : [`${path}[${index}].Transitions.NextAction: no action of this observation is named "${next}"`];
  });
  const ordered = actionsInOrder(observation);
  const never = Actions.filter((action) => !ordered.includes(action)).map(({ Identifier }) => Identifier);
  return [
    ...duplicates(names, path, 'actions'),
    ...lost,
    ...(never.length > 0 ? [`${path}: ${never.join(', ')} lead to each other, so that none of them begins`] : []),
  ];
}

function duplicates(names: readonly string[], path: string, what: string): string[] {
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...twice].map((name) => `${path}: two ${what} are named "${name}"`);
}
