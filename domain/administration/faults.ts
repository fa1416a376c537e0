/** Keys and list indexes from the top of a file to a value. */
export type FaultPath = readonly (string | number)[];

/** One thing that is wrong in one configuration file. */
export interface Fault {
  /** The file, as it was given. */
  file: string;
  /** Both from 1. */
  line: number;
  column: number;
  /** Empty for the file as a whole. */
  path: FaultPath;
  /** What stands there; undefined where nothing does. */
  value?: unknown;
  /** What is allowed, or why this is not. */
  message: string;
}

const longestValue = 60;

/** `hours.monday[0]`, `queues.x.agents["12:00-14:00"]`: names dotted, indexes and other keys in brackets. */
export function formatPath(path: FaultPath): string {
  return path.reduce<string>((written, step) => {
    if (typeof step === 'number') return `${written}[${step}]`;
    if (!/^[A-Za-z_][\w-]*$/.test(step)) return `${written}[${JSON.stringify(step)}]`;
    return written === '' ? step : `${written}.${step}`;
  }, '');
}

function formatValue(value: unknown): string {
  const json = JSON.stringify(value);
  return json.length <= longestValue ? json : `${json.slice(0, longestValue)}…`;
}

/** `administrations/caf.yaml:12:5 hours.monday[0] "25:00-26:00": hours run from 00:00 to 24:00`, always one line. */
export function formatFault({ file, line, column, path, value, message }: Fault): string {
  const position = `${file}:${line}:${column}`;
  const parts = [position, formatPath(path), value === undefined ? '' : formatValue(value)];
  return `${parts.filter((part) => part !== '').join(' ')}: ${message}`;
}

/** In the order of the files, then of their lines. */
export function inReadingOrder(faults: readonly Fault[], files: readonly string[]): Fault[] {
  return faults.toSorted(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}
