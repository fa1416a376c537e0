/** "ANONYMOUS" on a keypad, which some networks send as the number. */
const anonymousOnKeypad = /^\+?266696687$/u;

/**
 * One writing for the many of a number: `0` and nine digits where it belongs to the French plan or can be repaired
 * to it, the digits of a short number, `+` and digits for the rest; empty where there is no number at all (a hidden
 * caller, `anonymous`, `Timeout`, only zeros). Never throws; what it returns need not be a valid number.
 */
export function dialledDigits(text: string): string {
  const digits = text
    .replaceAll('(0)', '')
    .replaceAll(/[^\d+]/gu, '')
    .replaceAll(/(?!^)\+/gu, '');
  if (/^(?:\+(?:33)?)?0*$/u.test(digits) || anonymousOnKeypad.test(digits)) return '';
  return (
    digits
      .replace(/^00/u, '+')
      // The national 0 kept behind the country code, or the + forgotten before it.
      .replace(/^\+?330?([1-9]\d{8})$/u, '0$1')
      .replace(/^\+?(262|508|590|594|596)0?([1-9]\d{8})$/u, '+$1$2')
      // Networks that write every caller as +33 do so with short numbers too.
      .replace(/^\+33(?=\d{2,6}$)/u, '')
      // The 0 forgotten.
      .replace(/^[1-9]\d{8}$/u, '0$&')
  );
}
