import type { EndpointAnswer, ServiceError } from '../http-endpoint.ts';

type XmlValue = string | number | boolean | undefined | XmlElement | XmlElement[] | string[];
interface XmlElement {
  [name: string]: XmlValue;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** An element with what is in it: a list is the element again and again, what is undefined is left out. */
function xml(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((each) => xml(name, each)).join('');
  if (typeof value !== 'object') return `<${name}>${escaped(String(value))}</${name}>`;
  const inside = Object.entries(value).map(([inner, of]) => xml(inner, of));
  return `<${name}>${inside.join('')}</${name}>`;
}

export function xmlAnswer(name: string, value: XmlElement): EndpointAnswer {
  return { status: 200, headers: { 'content-type': 'application/xml' }, body: document(name, value) };
}

export function xmlFault({ code, message, status }: ServiceError): EndpointAnswer {
  const body = document('Error', { Code: code, Message: message });
  return { status, headers: { 'content-type': 'application/xml' }, body };
}

const document = (name: string, value: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${xml(name, value)}`;

/** Control characters cannot be written in XML 1.0 otherwise. */
const escaped = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- those are what is looked for
  text.replaceAll(/[&<>"\u0000-\u001F]/g, (found) => entities[found] ?? `&#${found.charCodeAt(0)};`);

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The texts of every element of that name: for the one request that S3 is sent as XML. */
export function textsOf(name: string, body: string): string[] {
  const found = [...body.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))];
  return found.map(([, text = '']) => text.replaceAll(/&(#x?)?(\w+);/g, unescaped));
}

function unescaped(whole: string, numeric: string | undefined, name: string): string {
  if (numeric === undefined) return named[name] ?? whole;
  return String.fromCodePoint(Number.parseInt(name, numeric === '#x' ? 16 : 10));
}
