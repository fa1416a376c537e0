import { agentChoice } from '../domain/sms/agent-choice.ts';
import type { Clock } from './clock.ts';
import type { ContactCentre } from './connect/centre.ts';

const secondsToRead = 5;

/** Whoever answers sends these texts of the file from the guide, one after the other, in the first call that is answered; then looks away. A form is left as it is. */
export function sendFromGuide(centre: ContactCentre, clock: Clock, texts: readonly string[]): void {
  const left = [...texts];
  centre.onView((view) => {
    const { buttons } = view.screen;
    clock.at(clock.now() + secondsToRead * 1000, () => {
      const [next] = left;
      if (view.screen.view !== 'cards') view.press(buttons.at(-1) ?? '');
      else if (next !== undefined && view.press(agentChoice(next))) left.shift();
    });
  }, 'everybody');
}
