import type { ViewAnswer } from './screen.ts';

/** What a flow keeps to itself: neither the flow that it transfers to nor a module that it invokes has it. */
export interface FlowData {
  /** What the last Lambda answered: `$.External`. */
  external: Record<string, unknown>;
  /** The last asynchronous Lambda, and what it has answered by now: `$.LambdaInvocation`. */
  lambdaInvocation: { InvocationId: string; ResultData?: Record<string, unknown> } | undefined;
  flowAttributes: Record<string, string>;
  /** `$.StoredCustomerInput`. */
  storedInput: string;
  /** `$.Metrics`, as they were when they were got. */
  metrics: Record<string, unknown> | undefined;
  /** `$.Loop`: how often each named loop has gone round. */
  loops: Record<string, { Index: number }>;
  /** `$.Views`: what was pressed last on a screen. */
  views: ViewAnswer | undefined;
  /** What other services have answered, by the first step of the references to it: `Customer`, `Case`, `Lex`, … */
  services: Record<string, unknown>;
}

export const nothingKept = (): FlowData => ({
  external: {},
  lambdaInvocation: undefined,
  flowAttributes: {},
  storedInput: '',
  metrics: undefined,
  loops: {},
  views: undefined,
  services: {},
});

/** The data of a flow that runs, to be given back to it later. */
export function keptBy(run: FlowData): FlowData {
  const { external, lambdaInvocation, flowAttributes, storedInput, metrics, loops, views, services } = run;
  return { external, lambdaInvocation, flowAttributes, storedInput, metrics, loops, views, services };
}
