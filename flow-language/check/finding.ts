import type { FlowAction, FlowType, JsonObject } from '../flow-document.ts';

/** `error`: Connect does not publish the flow. `advice`: it does, and a caller or an agent may be surprised. */
type Severity = 'error' | 'advice';

/** One thing found in a flow: every text is a complete sentence or a clause that stands alone. */
export interface Finding {
  flow: string;
  /** Identifier of the action; null where it concerns the whole document. */
  action: string | null;
  rule: string;
  severity: Severity;
  what: string;
  why: string;
  mend: string;
}

/** A document with what is known of it. Nothing is sure of it yet: identifiers may be used twice, transitions may lead nowhere. */
export interface FlowToCheck {
  name: string;
  type: FlowType;
  document: JsonObject;
  /** Length of its JSON text. */
  characters: number;
  startAction: string;
  actions: FlowAction[];
}

export interface Found {
  action: string | null;
  what: string;
}

export interface Rule {
  id: string;
  severity: Severity;
  why: string;
  mend: string;
  find: (flow: FlowToCheck) => Found[];
}

/** What one action alone shows: no sentence where all is well. */
export function perAction(find: (action: FlowAction, flow: FlowToCheck) => string[]): Rule['find'] {
  return (flow) =>
    flow.actions.flatMap((action) => find(action, flow).map((what) => ({ action: action.identifier, what })));
}

/** The same finding at several actions. */
export const all = (identifiers: string[], what: string): Found[] => identifiers.map((action) => ({ action, what }));

export const ofType = ({ actions }: FlowToCheck, type: string): FlowAction[] =>
  actions.filter((one) => one.type === type);
