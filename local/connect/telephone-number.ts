import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { type JsonObject, scalar } from '../../flow-language/flow-document.ts';

/** The E.164 number that keyed digits mean under `PhoneNumberValidation`; undefined where they mean none. */
export function validTelephoneNumber(digits: string, validation: JsonObject): string | undefined {
  const country = scalar(validation.CountryCode) ?? '';
  const local = validation.NumberFormat === 'Local' && isSupportedCountry(country);
  const number = local ? parsePhoneNumberFromString(digits, country) : parsePhoneNumberFromString(`+${digits}`);
  return number?.isValid() ? number.number : undefined;
}
