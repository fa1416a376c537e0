import type { Journal } from './journal.ts';
import type { Pace } from './pace.ts';
import type { Phone } from './phone.ts';
import { type Action, keysOf, numberOf, present, RequestFault } from './requests.ts';

/** What is done at the telephones; `phone` is one's number on the page, the first by default. @throws RequestFault, in French */
export function phoneActions(journal: Journal, pace: Pace): Record<string, Action> {
  const phoneOf = (id: unknown): Phone =>
    present(
      journal.phones.find((phone) => phone.id === Number(id ?? 1)),
      'Ce téléphone n’existe pas.',
    );
  const callOf = (id: unknown) => present(phoneOf(id).telephone, 'Aucun appel n’est en cours.');
  const ringingOf = (id: unknown) => present(phoneOf(id).ringing, 'Le téléphone ne sonne pas.');
  return {
    ring: ({ phone: id, from, hidden }) => {
      const phone = phoneOf(id);
      if (phone.telephone !== undefined) throw new RequestFault('Ce téléphone est déjà en ligne.');
      if (phone.ringing !== undefined) {
        throw new RequestFault('Ce téléphone sonne : décrochez ou refusez l’appel.');
      }
      const number = numberOf(from);
      phone.hidden = hidden === true || number === 'anonymous';
      if (number !== 'anonymous') phone.number = number;
      // Whoever rings wants to be heard now, not when the clock has run on.
      pace.stopAdvancing();
      phone.call(journal.line.centre.ring(phone.hidden ? 'anonymous' : phone.number));
    },
    press: ({ phone, keys }) => callOf(phone).press(keysOf(keys)),
    hangUp: ({ phone }) => callOf(phone).hangUp(),
    answer: ({ phone: id }) => {
      const call = ringingOf(id);
      const phone = phoneOf(id);
      phone.ringing = undefined;
      phone.telephone = call.answer('caller');
    },
    refuse: ({ phone: id }) => {
      ringingOf(id).refuse('refused');
      phoneOf(id).ringing = undefined;
    },
    addPhone: () => void present(journal.addPhone(), 'La page montre six téléphones au plus.'),
  };
}
