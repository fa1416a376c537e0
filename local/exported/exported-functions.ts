import { isObject } from '../../flow-language/flow-document.ts';
import type { InvocationResult, LambdaInvoker } from '../lambda/invoker.ts';

/** By function name or ARN: its answer, `error`, `timeout`, or a list of these in order, the last one repeated. */
export type FunctionAnswers = Record<string, unknown>;

const failure = (message: string): InvocationResult => ({ result: 'error', message, logs: [] });

/** Plays functions that are not here: each answers what a file says, and fails by name where it says nothing. */
export function answeringFunctions(answers: FunctionAnswers, nameOf: (arn: string) => string): LambdaInvoker {
  const asked = new Map<string, number>();
  return {
    invoke: (arn) => {
      const name = nameOf(arn);
      const given = answers[arn] ?? answers[name];
      const turn = asked.get(arn) ?? 0;
      asked.set(arn, turn + 1);
      const answer: unknown = Array.isArray(given) ? (given[turn] ?? given.at(-1)) : given;
      if (answer === undefined) return Promise.resolve(failure(`no answer is given for ${name} (--lambda)`));
      if (answer === 'timeout') return Promise.resolve({ result: 'timeout', logs: [] });
      if (answer === 'error') return Promise.resolve(failure('it fails, as --lambda says'));
      return Promise.resolve({ result: 'ok', value: answer, logs: [] });
    },
    stop: () => Promise.resolve(),
  };
}

const isAnswer = (answer: unknown): boolean => isObject(answer) || answer === 'error' || answer === 'timeout';

/** Why such a file cannot be used: complete sentences. */
export function answerFaults(answers: unknown): string[] {
  if (!isObject(answers)) return ['an object is expected: the name or ARN of each function, and its answer'];
  return Object.entries(answers)
    .filter(([, answer]) => !(Array.isArray(answer) ? answer.length > 0 && answer.every(isAnswer) : isAnswer(answer)))
    .map(([name]) => `${name}: the answer is an object, "error", "timeout", or a list of these`);
}
