import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { KeepFault } from '../keep/keep-fault.ts';

const line = z.object({ streamArn: z.string(), data: z.string() });
type Line = z.infer<typeof line>;
interface Unsettled extends Line {
  settled: () => void;
}

/** Lines of records that are settled by now, at which the file is written anew without them. */
const mostSettledLines = 1000;

/**
 * The records that were put to the streams of a line and are in no object yet, one JSON object a line: Firehose loses none of them either.
 * Which are settled is told by writing the file anew, now and then: after a process was killed, some records are delivered twice.
 */
export class KeptRecords {
  readonly #file: string;
  readonly #unsettled: Map<number, Line>;
  #lines: number;
  #next: number;

  /** @throws KeepFault naming the line that is damaged */
  constructor(file: string) {
    this.#file = file;
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
    this.#unsettled = new Map(lines.map((text, index) => [index, parsed(file, index + 1, text)]));
    this.#next = lines.length;
    this.#lines = lines.length;
    // Behind the last line's end there may be one that was cut.
    if (existsSync(file)) this.#compact();
  }

  unsettled(): Unsettled[] {
    return [...this.#unsettled].map(([index, { streamArn, data }]) => {
      return { streamArn, data, settled: () => this.#settle(index) };
    });
  }

  /** Returns what is to be called once the record is in an object. */
  add(streamArn: string, data: string): () => void {
    const index = this.#next++;
    this.#unsettled.set(index, { streamArn, data });
    this.#lines++;
    appendFileSync(this.#file, `${JSON.stringify({ streamArn, data })}\n`, { mode: 0o600 });
    return () => this.#settle(index);
  }

  #settle(index: number): void {
    this.#unsettled.delete(index);
    const settledLines = this.#lines - this.#unsettled.size;
    if (this.#unsettled.size === 0 || settledLines > mostSettledLines) this.#compact();
  }

  #compact(): void {
    const text = [...this.#unsettled.values()].map((each) => `${JSON.stringify(each)}\n`).join('');
    writeFileSync(`${this.#file}.new`, text, { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
    this.#lines = this.#unsettled.size;
  }
}

function parsed(file: string, lineNumber: number, text: string): Line {
  try {
    return line.parse(JSON.parse(text));
  } catch {
    throw new KeepFault(`${file}:${lineNumber} is damaged: what was kept cannot be opened`);
  }
}
