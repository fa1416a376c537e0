import { septets, toGsm7 } from './gsm7.ts';
import type { InformationText } from './information.ts';
import { phrases } from './phrases.ts';

const onePart = 160;

/** Lambda's whole environment holds 4 KB: the other keys of the function that sends take the rest. */
const mostBytes = 3200;

/** "caf.fr", "https://…", "aide@caf.fr": a point between letters is an address, even where only a space was forgotten. */
const address = /https?:|www\.|@|\p{Letter}[\p{Letter}\d-]*\.\p{Letter}{2,}/iu;

/** An SMS from a name cannot be answered. */
const reply =
  /\br[ée]pond(?:ez|s)\b|\br[ée]pondre (?:à|a|au|par|via) (?:ce |cet |un )?(?:sms|texto|message)|\bSTOP\b|\breply\b|\brespond to this\b|\btext (?:us|back)\b/iu;

/** Why a text cannot be sent as one SMS with that name in front; undefined where it can. Accents that SMS lack are dropped. */
export function informationSmsFault(name: string, text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return 'a text';
  if (trimmed.startsWith(name)) return `the text without ${name}, which is put in front of it`;
  const unwritable = Array.from(trimmed.normalize('NFC')).find(
    (character) => character !== '?' && toGsm7(character) === '?',
  );
  if (unwritable !== undefined) return `letters that SMS can carry: no ${unwritable}`;
  if (address.test(trimmed)) return 'no web or mail address: not everybody can open one';
  if (reply.test(trimmed)) return 'no request for an answer: SMS from a name cannot be answered';
  return lengthFault(name, trimmed);
}

function lengthFault(name: string, text: string): string | undefined {
  const whole = septets(toGsm7(phrases('fr').information(name, text))) ?? Infinity;
  if (whole <= onePart) return undefined;
  const own = septets(toGsm7(text)) ?? Infinity;
  return `${onePart - (whole - own)} characters at most, with the name in front of them, not ${own}`;
}

/** Why these texts do not fit into a Lambda's environment; undefined where they do. */
export function smsTextsFault(texts: Readonly<Record<string, InformationText>>): string | undefined {
  const bytes = new TextEncoder().encode(JSON.stringify(texts)).length;
  if (bytes <= mostBytes) return undefined;
  return `the texts of SMS take ${bytes} bytes where Lambda has room for ${mostBytes}: shorten them`;
}
