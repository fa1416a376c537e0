/** What the page asked cannot be done, said in French to the person in front of it. */
export class RequestFault extends Error {}

/** What a person can ask of the page, by its name. */
export type Action = (parameters: Record<string, unknown>) => void | Promise<void>;

/** @throws RequestFault where there is none */
export function present<T>(value: T | undefined, fault: string): T {
  if (value === undefined) throw new RequestFault(fault);
  return value;
}

/** E.164, or `anonymous`. @throws RequestFault */
export function numberOf(from: unknown): string {
  if (from === 'anonymous') return 'anonymous';
  const digits = String(from).replaceAll(/[\s.()-]/g, '');
  const number = digits.replace(/^00/, '+').replace(/^0/, '+33');
  if (!/^\+\d{8,15}$/.test(number)) {
    throw new RequestFault('Ce numéro n’est pas un numéro de téléphone : écrivez par exemple 06 12 34 56 78.');
  }
  return number;
}

/** @throws RequestFault */
export function keysOf(keys: unknown): string {
  if (typeof keys !== 'string' || !/^[0-9*#]{1,20}$/.test(keys)) throw new RequestFault('Touches : 0 à 9, * et #.');
  return keys;
}

/** A whole number. @throws RequestFault */
export function between(value: unknown, least: number, most: number): number {
  const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new RequestFault(`Un nombre entier de ${least} à ${most} est attendu.`);
  }
  return number;
}

/** A day of the calendar, `YYYY-MM-DD`. @throws RequestFault */
export function dayOf(day: unknown): string {
  const instant = new Date(`${String(day)}T00:00:00Z`);
  if (typeof day === 'string' && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day)) return day;
  throw new RequestFault('Un jour est attendu, par exemple 2026-11-24.');
}

const longestFieldCharacters = 1000;

/** What is in the fields of a form, by their names. @throws RequestFault */
export function fieldsOf(fields: unknown): Record<string, string> {
  const entries = Object.entries(typeof fields === 'object' && fields !== null ? fields : {});
  const written = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (written.some(([, text]) => text.length > longestFieldCharacters))
    throw new RequestFault('Ce texte est trop long.');
  return Object.fromEntries(written);
}

/** @throws RequestFault */
export function parametersOf(body: string): Record<string, unknown> {
  try {
    const parameters: unknown = JSON.parse(body || '{}');
    if (typeof parameters === 'object' && parameters !== null) return parameters as Record<string, unknown>;
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
  }
  throw new RequestFault('La demande n’est pas un objet JSON.');
}
