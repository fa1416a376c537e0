import type { FlowAction, JsonObject } from '../../flow-language/flow-document.ts';
import { actionSpecifications } from '../../flow-language/specification/catalogue.ts';

/** What a service that is not there answers once: its success where neither a result nor an error is given. */
export interface StandInAnswer {
  /** A word that the action's conditions compare with. */
  result?: string;
  /** One of the errors that the action may meet. */
  error?: string;
  /** What stands from then on under the reference of that service: `$.Customer` of a profile, `$.Case`, `$.Lex`, … */
  values?: JsonObject;
}

/** The service whose stand-in answers that type of action; undefined where none does. */
export const standInService = (type: string): string | undefined => actionSpecifications.get(type)?.standIn;

/** Why an action cannot be answered so: complete sentences. */
export function answerProblems(action: FlowAction, { result, error }: StandInAnswer): string[] {
  const specification = actionSpecifications.get(action.type);
  if (!specification) return [`${action.type} is not implemented`];
  const { results } = specification;
  const errors = typeof specification.errors === 'function' ? specification.errors(action) : specification.errors;
  const words = typeof results === 'string' ? [] : results;
  const isWord = results === 'anything' || (result !== undefined && words.includes(result));
  return [
    ...(error === undefined || errors.includes(error)
      ? []
      : [`${action.type} meets the errors ${errors.join(', ')}, not ${error}`]),
    ...(result === undefined || isWord
      ? []
      : [
          words.length > 0
            ? `${action.type} has the results ${words.join(', ')}, not ${result}`
            : `${action.type} has no result, so none is ${result}`,
        ]),
  ];
}

/**
 * What a script has other services answer. They are no simulation of those services: whatever no script says is the same every time, mostly
 * success with nothing found in it (`docs/stand-ins.md` tells it for each action).
 */
export class StandIns {
  readonly #answers = new Map<string, StandInAnswer[]>();

  /**
   * From now on: the answers of one action, by its identifier, or of all of a type, in order of use; the last one stays. They take the place
   * of those given before. An identifier goes before a type.
   */
  answer(typeOrIdentifier: string, ...answers: [StandInAnswer, ...StandInAnswer[]]): void {
    this.#answers.set(typeOrIdentifier, answers);
  }

  clear(): void {
    this.#answers.clear();
  }

  /** Asked by the centre: the next answer to that action; undefined where no script gives one. Throws where the action cannot be answered so. */
  next(action: FlowAction): StandInAnswer | undefined {
    const answers = this.#answers.get(action.identifier) ?? this.#answers.get(action.type);
    const answer = answers !== undefined && answers.length > 1 ? answers.shift() : answers?.[0];
    const problems = answer === undefined ? [] : answerProblems(action, answer);
    if (problems.length > 0) throw new Error(`the answer of a stand-in cannot be: ${problems.join('; ')}`);
    return answer;
  }
}
