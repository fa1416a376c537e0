import { type FlowAction, isObject, type JsonObject, scalar, type Transitions } from './flow-document.ts';

/** A text that is no flow, or a flow that is refused: `problems` are complete sentences, one for each reason. */
export class FlowRefused extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.name = 'FlowRefused';
    this.problems = problems;
  }
}

/** The JSON object that a text holds, with or without a byte-order mark. Throws FlowRefused where there is none. */
export function parseObject(text: string): JsonObject {
  const json = text.replace(/^\uFEFF/, '').trim();
  if (json === '') throw new FlowRefused(['it is empty']);
  const value = parse(json);
  if (!isObject(value)) throw new FlowRefused(['not a JSON object']);
  return value;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    throw new FlowRefused([`not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

/** The actions of a document, in its order. What is absent or misspelt reads as empty: it is for the checks to refuse it. */
export function readActions(document: JsonObject): FlowAction[] {
  return listOfObjects(document.Actions).map((action) => ({
    identifier: scalar(action.Identifier) ?? '',
    type: scalar(action.Type) ?? '',
    parameters: isObject(action.Parameters) ? action.Parameters : {},
    transitions: readTransitions(isObject(action.Transitions) ? action.Transitions : {}),
  }));
}

function readTransitions(transitions: JsonObject): Transitions {
  return {
    // The documentation's own samples write "" where there is no next action.
    next: scalar(transitions.NextAction) || undefined,
    errors: listOfObjects(transitions.Errors).map((error) => ({
      type: scalar(error.ErrorType) ?? '',
      next: scalar(error.NextAction) ?? '',
    })),
    conditions: listOfObjects(transitions.Conditions).map(({ NextAction, Condition }) => {
      const { Operator, Operands } = isObject(Condition) ? Condition : {};
      const operand: unknown = Array.isArray(Operands) && Operands.length === 1 ? Operands[0] : undefined;
      return { operator: scalar(Operator) ?? '', operand: scalar(operand) ?? '', next: scalar(NextAction) ?? '' };
    }),
  };
}

function listOfObjects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
