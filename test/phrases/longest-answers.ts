import type { Language } from '../../domain/administration/language.ts';
import { longestBeforeAKeySeconds, speakingSeconds } from '../../domain/administration/speaking-time.ts';
import { phrases } from '../../domain/callback/phrases.ts';
import { everyPhrase } from './every-phrase.ts';
import { dates, offers, today } from './extreme-values.ts';

/** The phrases that a reference may hold in a menu, by the menu's name. A menu that is not here may hold none. */
const held: readonly { menu: RegExp; reference: string; phrases: readonly (readonly string[])[] }[] = [
  {
    menu: /^offer-callback$/u,
    reference: '$.External.announcement',
    phrases: [['position: place'], ['position: wait']],
  },
  {
    menu: /^offer-hour$/u,
    reference: '$.External.announcement',
    phrases: [['position: unstaffed', 'position: nearClosing']],
  },
  { menu: /^offer-when-closed/u, reference: '$.External.announcement', phrases: [['position: closed']] },
  {
    menu: /^confirm-(?:number|mobile)/u,
    reference: '$.External.spokenNumber',
    phrases: [['sms: spokenNumber']],
  },
  { menu: /^confirm-ending/u, reference: '$.External.spokenEnding', phrases: [['sms: spokenEnding']] },
  { menu: /^ask-number/u, reference: '$.External.reason', phrases: [['sms: refusedNumber']] },
  { menu: /^tell-booking/u, reference: '$.Attributes.bookingAnnouncement', phrases: [['callback: booked']] },
  { menu: /^tell-booking/u, reference: '$.External.announcement', phrases: [['sms: smsUnknown']] },
];

/** One after the other, the longest of each. @throws Error where a menu reads what is not known to be short */
export function longestAnswers(menu: string, reference: string, language: Language): string {
  if (menu.startsWith('choose-slot')) return longestOffer(language);
  const known = held.find((one) => one.menu.test(menu) && one.reference === reference);
  if (known === undefined) throw new Error(`${menu} says ${reference}: how long can it be?`);
  return known.phrases.map((names) => longest(names, language)).join(' ');
}

function longest(names: readonly string[], language: Language): string {
  const texts = everyPhrase.filter((each) => each.language === language && names.includes(each.name));
  const [text] = texts.map((each) => each.text).toSorted((a, b) => speakingSeconds(b) - speakingSeconds(a));
  if (text === undefined) throw new Error(`no phrase ${names.join(', ')}`);
  return text;
}

/** Hours, days or half-days, with what key 4 is for. Where three hours take too long to say, two are offered. */
function longestOffer(language: Language): string {
  const speak = phrases(language);
  const more = Object.values(speak.more);
  const hours = offers.flatMap((three) =>
    more.map((other) => {
      const all = `${speak.choices(three)} ${other}`;
      const two = `${speak.choices([three[0], three[2]].filter((slot) => slot !== undefined))} ${other}`;
      return speakingSeconds(all) > longestBeforeAKeySeconds ? two : all;
    }),
  );
  const days = dates.flatMap((date, index) =>
    more.flatMap((other) => [
      `${speak.dayChoices(dates.slice(index, index + 3), today)} ${other}`,
      `${speak.halfDayChoices(date, today)} ${other}`,
    ]),
  );
  return [...hours, ...days].toSorted((a, b) => speakingSeconds(b) - speakingSeconds(a))[0] ?? '';
}
