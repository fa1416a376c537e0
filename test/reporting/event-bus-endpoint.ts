import { createServer, type Server } from 'node:http';

interface PutEntry {
  Source: string;
  DetailType: string;
  Detail: string;
}
/** What the bus does with the next requests: takes them, refuses each entry, or does not answer at all. */
export type BusMood = 'takes' | 'refusesEntries' | 'down';

/** PutEvents of EventBridge on 127.0.0.1, with what it took. */
export class EventBusEndpoint {
  readonly entries: PutEntry[] = [];
  requests = 0;
  mood: BusMood = 'takes';
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.requests += 1;
        if (this.mood === 'down') {
          request.socket.destroy();
          return;
        }
        const { Entries }: { Entries: PutEntry[] } = JSON.parse(Buffer.concat(chunks).toString());
        const isRefused = this.mood === 'refusesEntries';
        if (!isRefused) this.entries.push(...Entries);
        const answers = Entries.map(() => (isRefused ? { ErrorCode: 'ThrottlingException' } : { EventId: 'e' }));
        response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
        response.end(JSON.stringify({ FailedEntryCount: isRefused ? Entries.length : 0, Entries: answers }));
      });
    });
  }

  /** By detail type, in the order in which they came. */
  told(detailType: string): unknown[] {
    return this.entries
      .filter(({ Source, DetailType }) => Source === 'rappel' && DetailType === detailType)
      .map(({ Detail }): unknown => JSON.parse(Detail));
  }

  /** From now on it is where clients made in this process find EventBridge. */
  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    process.env['AWS_ENDPOINT_URL_EVENTBRIDGE'] = `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  reset(): void {
    this.entries.length = 0;
    this.requests = 0;
    this.mood = 'takes';
  }
}
