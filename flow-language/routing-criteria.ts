import { isObject, scalar } from './flow-document.ts';

/** A predefined attribute that an agent must have at that level or above, 1 to 5; or the agents who alone may serve. */
export type Requirement = { name: string; value: string; level: number } | { agentIds: string[] };

/** Whom a contact is offered to at first, and for how long; without a limit it is never offered to anybody else. */
export interface RoutingStep {
  requirements: Requirement[];
  seconds: number | undefined;
}

/** The steps of `RoutingCriteria`, or what is wrong with them. Source: Developer Guide, "UpdateRoutingCriteria". */
export function readRoutingCriteria(criteria: unknown): RoutingStep[] | string {
  const steps: unknown = isObject(criteria) ? criteria.Steps : undefined;
  if (!Array.isArray(steps) || steps.length === 0) return 'RoutingCriteria has no Steps';
  const read: RoutingStep[] = [];
  for (const step of steps) {
    const { Expression, Expiry } = isObject(step) ? step : {};
    const requirements = readExpression(Expression);
    if (typeof requirements === 'string') return requirements;
    const seconds = isObject(Expiry) ? scalar(Expiry.DurationInSeconds) : undefined;
    if (seconds !== undefined && !(Number(seconds) > 0)) return 'DurationInSeconds of a routing step is more than 0';
    read.push({ requirements, seconds: seconds === undefined ? undefined : Number(seconds) });
  }
  return read;
}

function readExpression(expression: unknown): Requirement[] | string {
  if (!isObject(expression)) return 'a routing step has no Expression';
  const { AttributeCondition, AndExpression } = expression;
  if (Array.isArray(AndExpression)) {
    const read = AndExpression.map(readExpression);
    return (
      read.find((each) => typeof each === 'string') ?? read.flatMap((each) => (typeof each === 'string' ? [] : each))
    );
  }
  if (!isObject(AttributeCondition)) return 'an Expression has neither AttributeCondition nor AndExpression';
  const { Name, Value, ProficiencyLevel, MatchCriteria } = AttributeCondition;
  const agents = isObject(MatchCriteria) && isObject(MatchCriteria.AgentsCriteria) ? MatchCriteria.AgentsCriteria : {};
  if (Array.isArray(agents.AgentIds)) return [{ agentIds: agents.AgentIds.map((id) => scalar(id) ?? '') }];
  const [name = '', value = ''] = [scalar(Name), scalar(Value)];
  const level = Number(scalar(ProficiencyLevel));
  if (name === '' || value === '') return 'an AttributeCondition has a Name and a Value';
  return level >= 1 && level <= 5 ? [{ name, value, level }] : 'ProficiencyLevel is from 1.0 to 5.0';
}

/** The step that is in force after that long; undefined once every step is over: then anybody may serve. */
export function stepAfter(steps: readonly RoutingStep[], seconds: number): RoutingStep | undefined {
  let endsAt = 0;
  return steps.find((step) => {
    endsAt += step.seconds ?? Infinity;
    return seconds < endsAt;
  });
}
