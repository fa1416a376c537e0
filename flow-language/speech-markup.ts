/** Markup that a speech service would refuse. */
export class MalformedMarkup extends Error {}

/** What is said at one rate, or a silence. */
export type SpokenPiece = { text: string; rate: number } | { silenceSeconds: number };

/** The named rates, as a factor of the voice's own pace; a percentage says the factor itself. */
const namedRates: Record<string, number> = { 'x-slow': 0.5, slow: 0.75, medium: 1, fast: 1.25, 'x-fast': 1.5 };
const SLOWEST = 0.2;
const FASTEST = 2;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const token =
  /<!--[\s\S]*?-->|<(?<close>\/)?(?<name>[A-Za-z][\w:-]*)(?<attributes>(?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/)?>|(?<text>[^<]+)/gy;
const attribute = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Reads speech markup, one `speak` element; tags that say nothing of time are passed over. @throws MalformedMarkup */
export function readMarkup(ssml: string): SpokenPiece[] {
  const pieces: SpokenPiece[] = [];
  const open: { name: string; rate: number }[] = [];
  for (const { close, name, attributes, empty, text } of tokensOf(ssml.trim())) {
    const rate = open.at(-1)?.rate ?? 1;
    if (text !== undefined) pieces.push({ text: withoutEntities(text), rate });
    if (name === undefined) continue;
    if (open.length === 0 && (name !== 'speak' || pieces.length > 0))
      throw new MalformedMarkup('not one speak element');
    if (close !== undefined) closeElement(open, name);
    else {
      const values = attributesOf(attributes ?? '');
      const silenceSeconds = name === 'break' ? breakSeconds(values.get('time')) : 0;
      // A tag parts words.
      pieces.push({ text: ' ', rate }, { silenceSeconds });
      const within = name === 'prosody' ? rate * rateOf(values.get('rate')) : rate;
      if (empty === undefined) open.push({ name, rate: within });
    }
  }
  if (open.length > 0) throw new MalformedMarkup(`<${open.at(-1)?.name}> is not closed`);
  return pieces;
}

function* tokensOf(ssml: string): Iterable<Record<string, string | undefined>> {
  let end = 0;
  for (const match of ssml.matchAll(token)) {
    end = match.index + match[0].length;
    yield match.groups ?? {};
  }
  if (end < ssml.length) throw new MalformedMarkup(`"${ssml.slice(end, end + 20)}" is not markup`);
}

function closeElement(open: { name: string }[], name: string): void {
  const last = open.pop();
  if (last?.name !== name) throw new MalformedMarkup(`</${name}> closes <${last?.name ?? 'nothing'}>`);
}

function attributesOf(written: string): Map<string, string> {
  return new Map([...written.matchAll(attribute)].map(([, key = '', double, single]) => [key, double ?? single ?? '']));
}

function withoutEntities(text: string): string {
  if (/&(?!#\d+;|#x[\dA-Fa-f]+;|(?:amp|lt|gt|quot|apos);)/.test(text)) throw new MalformedMarkup('a bare &');
  return text
    .replace(/&#(x?)([\dA-Fa-f]+);/g, (_, hex: string, code: string) =>
      String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)),
    )
    .replace(/&(\w+);/g, (entity, name: string) => entities[name] ?? entity);
}

function rateOf(written: string | undefined): number {
  if (written === undefined) return 1;
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(written)?.[1];
  const rate = percent === undefined ? namedRates[written] : Number(percent) / 100;
  if (rate === undefined || rate < SLOWEST || rate > FASTEST) throw new MalformedMarkup(`"${written}" is not a rate`);
  return rate;
}

/** A break without a time is as short as the one of a comma. */
function breakSeconds(time: string | undefined): number {
  if (time === undefined) return 0;
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(time) ?? [];
  if (amount === undefined) throw new MalformedMarkup(`"${time}" is not a time`);
  return Number(amount) / (unit === 'ms' ? 1000 : 1);
}
