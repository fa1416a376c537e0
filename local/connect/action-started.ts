import type { JsonObject } from '../../flow-language/flow-document.ts';

/** An action that a flow begins. */
export interface ActionStarted {
  contactId: string;
  hearer: 'caller' | 'agent';
  /** Its type in the flow language. */
  type: string;
  /** What it uses, by id or ARN: a function, opening hours, a queue or a bot's alias; undefined for what uses none of these. */
  resource: string | undefined;
  /** What `$.` references read in this flow, whenever it is asked for. */
  values: () => Record<string, unknown>;
}

/** What is done in place of an action. */
export type Override =
  /** The action itself, with another resource. */
  | { kind: 'resource'; resource: string }
  /** What a function answers; as late as the time limit of its invocation, it is too late. */
  | { kind: 'answer'; answer: JsonObject; delaySeconds: number }
  /** What the conditions of the action compare. */
  | { kind: 'result'; result: string; delaySeconds: number }
  | { kind: 'error'; error: string; delaySeconds: number };
