import type { FlowTransition } from '../connect/branch.ts';
import type { Invocation } from '../connect/centre.ts';

interface Place {
  flow: string;
  action: string;
}
const longestTrail = 30;
const mostInvocations = 12;

/** Where a contact is in the flows, the actions it went through and what its functions were asked and answered. Kept in memory only. */
export class Trace {
  underWay: Place | undefined;
  readonly trail: Place[] = [];
  readonly invocations: Invocation[] = [];

  /** `target`: where the transition leads to. */
  took({ flow, action }: FlowTransition, target: string | undefined): void {
    this.trail.push({ flow, action });
    if (this.trail.length > longestTrail) this.trail.shift();
    this.underWay = { flow, action: target ?? action };
  }

  invoked(invocation: Invocation): void {
    this.invocations.push(invocation);
    if (this.invocations.length > mostInvocations) this.invocations.shift();
  }
}
