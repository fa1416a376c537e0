export type Fields = Readonly<Record<string, unknown>>;

/** What is in an object; nothing where it is none. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** A text of that shape; empty where it is anything else. */
export const textOf = (value: unknown, shape: RegExp): string =>
  typeof value === 'string' && shape.test(value) ? value : '';

/** A count of at most so many; 0 where it is anything else. */
export const countOf = (value: unknown, most: number): number =>
  typeof value === 'number' && value >= 0 && value <= most ? value : 0;

const firstInstant = Date.UTC(2000, 0);
const lastInstant = Date.UTC(2100, 0);

/** ISO 8601 UTC of an ISO instant or of milliseconds since the epoch; null where it is neither, or of another century. */
export function instantOf(value: unknown): string | null {
  const milliseconds = typeof value === 'string' ? Date.parse(value) : value;
  if (typeof milliseconds !== 'number' || !(milliseconds >= firstInstant && milliseconds < lastInstant)) return null;
  return new Date(milliseconds).toISOString();
}

/** Shapes of what we keep. None of them is that of a telephone number as Connect writes it. */
export const shapes = {
  /** Of Connect and of the SMS service: a UUID, or another word without spaces. */
  id: /^[\w-]{1,64}$/u,
  /** A name of ours: of a subject, a queue, a reason. */
  word: /^[a-z][A-Za-z0-9-]{0,63}$/u,
  /** A name of Connect's. */
  constant: /^[A-Z][A-Z_]{0,63}$/u,
  bookingId: /^[A-Z2-7]{16}$/u,
  seconds: /^\d{1,5}$/u,
  instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/u,
} as const;
