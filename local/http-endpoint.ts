import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface EndpointRequest {
  method: string;
  /** Without the query. */
  path: string;
  /** Behind the question mark, or empty. */
  query: string;
  /** Operation named by `X-Amz-Target` behind its prefix, or empty. */
  target: string;
  /** What the request was signed for, `date/region/service/aws4_request`, or empty. */
  credentialScope: string;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  /** Those bytes as text. */
  body: string;
}
/** `dropped`: the work was done but the connection ends without an answer. */
export type EndpointAnswer = { status: number; headers?: Record<string, string>; body: string | Buffer } | 'dropped';

export interface Endpoint {
  /** `http://127.0.0.1:<port>`, without a final slash. */
  endpoint: string;
  stop(): Promise<void>;
}

/** Listens on 127.0.0.1 only, on a port the system chooses. A handler that throws answers 500 with its message. */
export async function listenLocally(handle: (request: EndpointRequest) => Promise<EndpointAnswer>): Promise<Endpoint> {
  const sockets = new Set<Socket>();
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    void answer(request, handle).then((given) => {
      if (given === 'dropped') return request.socket.destroy();
      // The answer to HEAD has the length of what it does not send.
      response.writeHead(given.status, { 'content-length': Buffer.byteLength(given.body), ...given.headers });
      return response.end(given.body);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return { endpoint: `http://127.0.0.1:${port}`, stop };
}

async function answer(
  request: IncomingMessage,
  handle: (request: EndpointRequest) => Promise<EndpointAnswer>,
): Promise<EndpointAnswer> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [path = '/', query = ''] = (request.url ?? '/').split('?');
    const target = String(request.headers['x-amz-target'] ?? '');
    const [, credentialScope = ''] = /Credential=[^/]*\/([^,]+)/.exec(request.headers.authorization ?? '') ?? [];
    const bytes = Buffer.concat(chunks);
    return await handle({
      method: request.method ?? 'GET',
      path,
      query,
      target: target.slice(target.lastIndexOf('.') + 1),
      credentialScope,
      headers: request.headers,
      bytes,
      get body() {
        return bytes.toString('utf8');
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return jsonAnswer(500, { __type: 'InternalServerException', message });
  }
}

export function jsonAnswer(status: number, body: unknown, headers: Record<string, string> = {}): EndpointAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** An error of an AWS service, in the shape its JSON protocols send. */
export class ServiceError extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: Record<string, unknown>;
  constructor(code: string, message: string, status = 400, fields: Record<string, unknown> = {}) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
    this.fields = fields;
  }
  /** Bare code in the header and in `__type`, as the AWS JSON protocols allow. */
  toAnswer(): EndpointAnswer {
    const body = { __type: this.code, message: this.message, ...this.fields };
    return jsonAnswer(this.status, body, { 'x-amzn-errortype': this.code });
  }
}
