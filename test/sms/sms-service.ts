import { createServer, type Server } from 'node:http';

/** What the service answers to the next requests; the last answer is repeated. */
export type ServiceAnswer = { status: number; body: Record<string, unknown> } | 'hangUp';

export const accepted: ServiceAnswer = { status: 200, body: { MessageId: 'm-1' } };
export const failure = (name: string, fields: Record<string, unknown> = {}): ServiceAnswer => ({
  status: name === 'InternalServerException' ? 500 : 400,
  body: { __type: `com.amazonaws.pinpointsmsvoicev2#${name}`, ...fields },
});

/** The SMS service's protocol (awsJson1_0) on 127.0.0.1, with the requests it received. */
export class SmsService {
  readonly requests: Record<string, unknown>[] = [];
  answers: ServiceAnswer[] = [accepted];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (request.headers['x-amz-target'] !== 'PinpointSMSVoiceV2.SendTextMessage') {
          response.writeHead(404).end();
          return;
        }
        this.requests.push(JSON.parse(Buffer.concat(chunks).toString()));
        const answer = (this.answers.length > 1 ? this.answers.shift() : this.answers[0]) ?? accepted;
        if (answer === 'hangUp') {
          request.socket.destroy();
          return;
        }
        response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' });
        response.end(JSON.stringify(answer.body));
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    return `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  reset(): void {
    this.requests.length = 0;
    this.answers = [accepted];
  }
}
