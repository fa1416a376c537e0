/** The digits people of the number's territory dial: `0612345678`, `0692123456`, `751234` (Nouméa), else `00` and all. */
export function nationalDigits(e164: string): string {
  const local = /^\+508(\d{6})$/u.exec(e164)?.[1];
  if (local !== undefined) return `0508${local}`;
  const national = /^\+(?:33|262|508|590|594|596)(\d{9})$/u.exec(e164)?.[1];
  if (national !== undefined) return `0${national}`;
  return /^\+(?:681|687|689)(\d+)$/u.exec(e164)?.[1] ?? e164.replace(/^\+/u, '00');
}

/** As it is printed: "06 12 34 56 78"; what is no E.164 number (a short number as published) stays as it is. */
export function printedNumber(number: string): string {
  if (!/^\+\d+$/u.test(number)) return number;
  const digits = nationalDigits(number);
  return digits.length % 2 === 0 ? digits.replaceAll(/\d\d(?=\d)/gu, '$& ') : digits;
}
