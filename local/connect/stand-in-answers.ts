import { type FlowAction, type FlowDocument, isObject, type JsonObject } from '../../flow-language/flow-document.ts';
import { answerProblems, type StandInAnswer, standInService } from './stand-ins.ts';

type Answers = [StandInAnswer, ...StandInAnswer[]];

const keys = ['result', 'error', 'values'];

/**
 * Reads what stand-ins are to answer, for `StandIns.answer`, from JSON in which each key is the identifier of an action, or a type of action:
 * `{ "GetCase": { "error": "NoneFound" }, "ask-bot": [{ "error": "NoMatchingError" }, { "result": "Book", "values": {} }] }`.
 * `problems` are complete sentences, one for each thing that cannot be; a key that is in none of the flows, and no type, is one.
 */
export function readStandInAnswers(
  json: string,
  flows: Iterable<Pick<FlowDocument, 'actions'>>,
): { answers: Map<string, Answers>; problems: string[] } {
  const answers = new Map<string, Answers>();
  const document = parse(json);
  if (typeof document === 'string') return { answers, problems: [document] };
  const actions = [...flows].flatMap((flow) => [...flow.actions.values()]);
  const problems: string[] = [];
  for (const [key, value] of Object.entries(document)) {
    const read = readAnswers(value);
    const found = [
      ...keyProblems(key, actions),
      ...(typeof read === 'string' ? [read] : wrongAnswers(key, read, actions)),
    ];
    problems.push(...found.map((problem) => `"${key}": ${problem}`));
    if (typeof read !== 'string') answers.set(key, read);
  }
  return { answers, problems };
}

function parse(json: string): JsonObject | string {
  try {
    const document: unknown = JSON.parse(json.replace(/^\uFEFF/, ''));
    return isObject(document) ? document : 'not an object, with one key for each action that is answered';
  } catch (error) {
    return `not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function keyProblems(key: string, actions: FlowAction[]): string[] {
  const types = actions.filter(({ identifier }) => identifier === key).map(({ type }) => type);
  if ([...types, key].some((type) => standInService(type) !== undefined)) return [];
  return types[0] === undefined
    ? ['neither the identifier of an action nor a type of action that a stand-in answers']
    : [`${types[0]} is not answered by a stand-in`];
}

/** One answer, or a list in order of use; else what is wrong with it. */
function readAnswers(value: unknown): Answers | string {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const read = list.map(readAnswer);
  const wrong = read.find((answer) => typeof answer === 'string');
  if (wrong !== undefined) return wrong;
  const [first, ...others] = read.filter((answer) => typeof answer !== 'string');
  return first === undefined ? 'no answer in the list' : [first, ...others];
}

function readAnswer(value: unknown): StandInAnswer | string {
  if (!isObject(value)) return 'an answer is an object with result, error or values';
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) return `${unknown} is none of ${keys.join(', ')}`;
  const { result, error, values } = value;
  if (result !== undefined && error !== undefined) return 'an answer has a result or an error, not both';
  if (result !== undefined && typeof result !== 'string') return 'result is a text';
  if (error !== undefined && typeof error !== 'string') return 'error is a text';
  if (values !== undefined && !isObject(values)) return 'values is an object';
  return {
    ...(result !== undefined && { result }),
    ...(error !== undefined && { error }),
    ...(values !== undefined && { values }),
  };
}

/** Answers that no action of the flows can be given, which the key names. */
function wrongAnswers(key: string, answers: Answers, actions: FlowAction[]): string[] {
  const meant = actions.filter(
    ({ identifier, type }) => (identifier === key || type === key) && standInService(type) !== undefined,
  );
  return answers.flatMap((answer) => {
    const problems = meant.map((action) => answerProblems(action, answer));
    return problems.some((found) => found.length === 0) ? [] : (problems[0] ?? []);
  });
}
