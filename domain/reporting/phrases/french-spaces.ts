/** Never at the start of a line: narrow before a semicolon, an exclamation or a question mark, whole before a colon and in quotation marks. */
const spaced = (text: string): string =>
  text
    .replaceAll(/ (?=[;!?])/gu, '\u202f')
    .replaceAll(/ (?=[:»%])/gu, '\u00a0')
    .replaceAll(/(?<=«) /gu, '\u00a0')
    .replaceAll(/(?<=\d) (?=(?:s|min|h)\b)/gu, '\u00a0');

/** The same phrases with the spaces that French puts before and after some signs, in every text and in what every sentence returns. */
export function withFrenchSpaces<Phrases>(phrases: Phrases): Phrases {
  if (typeof phrases === 'string') return spaced(phrases) as Phrases;
  if (typeof phrases === 'function') return ((...values: unknown[]) => withFrenchSpaces(phrases(...values))) as Phrases;
  if (typeof phrases !== 'object' || phrases === null) return phrases;
  return Object.fromEntries(Object.entries(phrases).map(([key, value]) => [key, withFrenchSpaces(value)])) as Phrases;
}
