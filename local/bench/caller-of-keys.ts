import type { Clock } from '../clock.ts';
import type { Line } from '../line.ts';

/** A caller who presses as soon as each prompt is over, and what was said to them until an hour is booked. */
interface CallerOfKeys {
  isBooked(): boolean;
  hasLeft(): boolean;
  hangUp(): void;
  told(): { heard: string[]; pressed: number; promptSeconds: number[] };
}

/** What is heard for a shorter time only informs, but for the greeting, which a key for another language answers. */
const shortestQuestionSeconds = 2;

export function callerOfKeys(line: Line, clock: Clock, number: string, presses: readonly string[]): CallerOfKeys {
  const left = [...presses];
  const heard: string[] = [];
  const promptSeconds: number[] = [];
  let isBooked = false;
  let hasLeft = false;
  const telephone = line.centre.ring(number);
  line.onEvent((event) => {
    if (event.contactId !== telephone.contactId || isBooked) return;
    if (event.kind === 'heard' && event.by === 'caller') heard.push(event.text);
    if (event.kind === 'lambda' && event.function === 'book-slot') isBooked = event.result === 'ok';
    if (event.kind === 'ended') hasLeft = true;
  });
  line.centre.onInputAsked((contactId, asked) => {
    if (contactId !== telephone.contactId || isBooked) return;
    const isGreeting = asked.timeLimitSeconds < shortestQuestionSeconds;
    if (!isGreeting) promptSeconds.push(asked.promptSeconds);
    if (isGreeting && !/^[78]$/u.test(left[0] ?? '')) return;
    const keys = left.shift();
    if (keys !== undefined) clock.at(clock.now() + asked.promptSeconds * 1000, () => telephone.press(keys));
  });
  return {
    isBooked: () => isBooked,
    hasLeft: () => hasLeft,
    hangUp: () => telephone.hangUp(),
    told: () => ({ heard, pressed: presses.length - left.length, promptSeconds }),
  };
}
