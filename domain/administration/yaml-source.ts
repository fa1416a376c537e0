import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { Fault, FaultPath } from './faults.ts';
import type { DataFault } from './schema-faults.ts';

export interface SourceFile {
  /** As faults name it: `administrations/caf.yaml`. */
  path: string;
  text: string;
}

/** A YAML text whose values know their line and column. */
export interface YamlSource {
  /** Undefined where the syntax is wrong, or where an alias stands for something. */
  data: unknown;
  /** Why there is no data: the syntax is wrong. */
  syntaxFault?: Fault;
  /** What YAML allows and a configuration may not have. */
  structureFaults: DataFault[];
  /** A fault of the data, at its key or value, or at the nearest thing above it. */
  locate(fault: DataFault, value: unknown): Fault;
}

/** Left in a new file where a value must be written. */
export const placeholder = 'À REMPLIR';

/** With these the data is not built at all: a few aliases can stand for gigabytes, and a map has no key that is a list. */
const withoutData = {
  alias: 'aliases are not allowed: write the value out',
  key: 'a key is a word, not a list or a map',
};

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

/** Keys written twice or that are no words, aliases, and placeholders left in place. */
function structureFaults(node: unknown, path: FaultPath): DataFault[] {
  if (isAlias(node)) return [{ path, at: 'value', message: withoutData.alias }];
  if (isSeq(node)) return node.items.flatMap((item, index) => structureFaults(item, [...path, index]));
  if (isScalar(node) && typeof node.value === 'string' && node.value.includes(placeholder)) {
    return [{ path, at: 'value', message: 'a placeholder left in place: fill it in' }];
  }
  if (!isMap(node)) return [];
  const keys = new Set<string>();
  return node.items.flatMap((pair): DataFault[] => {
    if (!isScalar(pair.key)) return [{ path, at: 'value', message: withoutData.key }];
    const key = keyText(pair.key);
    const inside = structureFaults(pair.value, [...path, key]);
    if (!keys.has(key)) {
      keys.add(key);
      return inside;
    }
    return [{ path: [...path, key], at: 'key', message: 'the same key twice' }, ...inside];
  });
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

function position(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** Where the key or the scalar value of a path begins; where there is none, the nearest thing above it. */
function offsetOf(document: Document, { path, at }: DataFault): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = startOf(node) ?? offset;
    } else if (isMap(node)) {
      // Of a key written twice the last one counts, as in the data.
      const pair = node.items.findLast(({ key }) => keyText(key) === step);
      offset = startOf(pair?.key) ?? offset;
      node = pair?.value;
    }
  }
  return (at === 'value' && isScalar(node) ? startOf(node) : undefined) ?? offset;
}

export function readYaml({ path: file, text }: SourceFile): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const locate = (fault: DataFault, value: unknown): Fault => {
    return { file, ...position(lines, offsetOf(document, fault)), path: fault.path, value, message: fault.message };
  };
  const unreadable = (offset: number, message: string): YamlSource => {
    const syntaxFault = { file, ...position(lines, offset), path: [], message };
    return { data: undefined, syntaxFault, structureFaults: [], locate };
  };
  // One syntax error is followed by others that it causes: the first is the one to mend.
  const [broken] = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (broken) return unreadable(broken.pos[0], `not YAML: ${broken.message.replaceAll(/\s+/g, ' ')}`);
  if (document.contents === null) return unreadable(0, 'the file is empty');
  const faults = structureFaults(document.contents, []);
  const unusable = faults.some(({ message }) => Object.values(withoutData).includes(message));
  const data: unknown = unusable ? undefined : document.toJS();
  return { data, structureFaults: faults, locate };
}
