import { getCountries } from 'libphonenumber-js/max';
import { z } from 'zod';
import { smsText } from './schema-texts.ts';
import { described, identifier, textWithout } from './schema-values.ts';
import { senderIdFault } from './sender-id.ts';

/** How callers are written to. */

const allowedCountry = 'an ISO 3166 country code in capitals, such as FR';
const country = z
  .string({ error: allowedCountry })
  .refine((code) => getCountries().some((known) => known === code), { error: allowedCountry })
  .meta({ pattern: '^[A-Z]{2}$' });
const allowedCountries = 'a list of country codes';

export const smsSchema = described(
  z.strictObject({
    senderId: textWithout(senderIdFault, '3 to 11 letters and digits', {
      allowed: '3 to 11 letters and digits, at least one letter; no generic name such as INFO or RDV',
      description: 'Name that SMS come from, authorised by the operators; unique in its account and region.',
      effect:
        'The name that telephones show; nobody can reply to it. Until the operators (AF2M) have authorised it, they may not deliver SMS.',
      examples: ['CAF'],
    }),
    countries: described(
      z.array(country, { error: allowedCountries }),
      {
        description: 'Countries whose numbers are written to and called back; overseas territories count one by one.',
        effect:
          'Callers with a number from elsewhere are told so, and asked for another one. AWS blocks SMS to all other countries.',
        examples: [['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'WF', 'PF', 'NC', 'BE']],
      },
      `${allowedCountries} of ISO 3166, in capitals, each once; FR is always one`,
    ).default(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'WF', 'PF', 'NC']),
    texts: described(
      z.record(
        identifier({
          description: 'Name of a text, as agents choose it.',
          effect: 'Callers never read it.',
          examples: ['logement'],
        }),
        smsText({
          description: 'One text, after the name.',
          effect: 'One SMS of one part, in the language of the call.',
          example: {
            fr: "pour l'aide au logement, préparez votre bail, un RIB et vos trois derniers bulletins de salaire.",
            en: 'for housing benefit, prepare your lease, your bank details and your last three pay slips.',
          },
        }),
        { error: 'a map of texts by name' },
      ),
      {
        description: 'What agents send during or after a call, by name: a list of documents, an address. At most 15.',
        effect:
          'A guide on the screen of agents, beside every call, with one card for each; what an agent chooses is sent once in a call. Without texts there is no guide.',
      },
      'a map of texts by name',
    ).default({}),
  }),
  {
    description: 'SMS to callers, one way.',
    effect: 'From whom, to which countries and with which texts SMS are sent. The SMS about a callback are built in.',
  },
);
