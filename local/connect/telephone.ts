import type { Clock } from '../clock.ts';
import type { Telephone } from './centre.ts';
import type { Contact } from './contact.ts';

/** Several keys at once are keyed one after the other, this far apart. */
const KEY_MILLISECONDS = 200;

/** A caller's telephone; `keys: 'none'` for an answering machine, which presses none. Throws RangeError for what is no key. */
export function createTelephone(
  contact: Contact,
  clock: Clock,
  hangUp: (contact: Contact) => void,
  keys: 'all' | 'none' = 'all',
): Telephone {
  return {
    get contactId() {
      return contact.latest.id;
    },
    press: (pressed) => {
      if (!/^[0-9*#]*$/.test(pressed)) throw new RangeError('the keys of a telephone are 0 to 9, * and #');
      if (keys === 'none') return;
      for (const [index, key] of pressed.split('').entries()) {
        clock.at(clock.now() + index * KEY_MILLISECONDS, () => {
          const { farEnd, keypad } = contact.latest;
          (farEnd ?? keypad).press(key);
        });
      }
    },
    say: (intent, slots = {}) => {
      if (keys === 'all') contact.latest.keypad.say({ intent, slots });
    },
    hangUp: () => hangUp(contact.latest),
  };
}
