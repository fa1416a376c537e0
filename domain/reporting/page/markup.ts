/** Text that is HTML already: made by `markup`, or vouched for by `trusted`. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: plain text is escaped, nothing is left out. */
export type Shown = string | number | Markup | undefined | readonly Shown[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (character) => entities[character] ?? '');

function shown(value: Shown): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(shown).join('');
  return escaped(String(value));
}

/** HTML in which every value is escaped that is not HTML itself; attributes must be in double quotes. */
export const markup = (strings: TemplateStringsArray, ...values: Shown[]): Markup =>
  new Markup(strings.map((string, index) => string + shown(values[index])).join(''));

/** Our own style and drawings, which have no text from outside but what was escaped. */
export const trusted = (text: string): Markup => new Markup(text);
