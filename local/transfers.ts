import { lineNumber } from '../domain/administration/line-numbers.ts';
import type { ThirdPartyCall } from './connect/third-party.ts';
import type { Line } from './line.ts';

/**
 * A line's flow may hand a caller over to another number: one of the laptop's lines rings, as the caller; any other number takes the
 * caller over.
 */
export function connectLines(
  lines: readonly Line[],
  elsewhere: (call: ThirdPartyCall) => void = (call) => call.handOver(),
): void {
  for (const line of lines) {
    line.centre.onTransfer((call) => {
      const other = lines.find(({ administration }) => lineNumber(administration) === call.to);
      if (other === undefined) elsewhere(call);
      else ringOther(call, other);
    });
  }
}

function ringOther(call: ThirdPartyCall, other: Line): void {
  const telephone = other.centre.ring(call.from ?? 'anonymous');
  const farEnd = call.answer({
    press: (key) => telephone.press(key),
    callerHungUp: () => telephone.hangUp(),
  });
  other.onEvent((event) => {
    if (event.kind === 'ended' && event.contactId === telephone.contactId) farEnd.hangUp();
  });
}
