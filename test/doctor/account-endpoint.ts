import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is answered to an operation: the body, or an error by its name. */
export type Played = { json: unknown } | { xml: string; status?: number } | { error: string; status: number };

export interface AccountEndpoint {
  endpoint: string;
  /** Operations that were asked for, in that order. */
  asked: string[];
  stop(): Promise<void>;
}

/**
 * Every service of an account at one address, over the protocols that each speaks: by `X-Amz-Target`, by an `Action` in a form, or by the
 * path. `play` answers an operation, its parameters in the body or the query.
 */
export async function startAccountEndpoint(
  play: (operation: string, parameters: string) => Played,
): Promise<AccountEndpoint> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const operation = operationOf(request, body);
      asked.push(operation);
      send(response, play(operation, `${body}${request.url}`));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function operationOf({ headers, url = '/', method }: IncomingMessage, body: string): string {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.slice(target.lastIndexOf('.') + 1);
  const action = new URLSearchParams(body).get('Action');
  if (action !== null) return action;
  const [path = ''] = url.split('?');
  return `${method} /${path
    .split('/')
    .filter((part) => part !== '' && !part.includes('-1234-'))
    .join('/')}`;
}

function send(response: ServerResponse, played: Played): void {
  if ('error' in played) {
    const headers = { 'content-type': 'application/json', 'x-amzn-errortype': played.error };
    response.writeHead(played.status, headers).end(JSON.stringify({ __type: played.error, message: 'refused' }));
    return;
  }
  const [type, text] = 'xml' in played ? ['text/xml', played.xml] : ['application/json', JSON.stringify(played.json)];
  response.writeHead('status' in played ? (played.status ?? 200) : 200, { 'content-type': type }).end(text);
}
