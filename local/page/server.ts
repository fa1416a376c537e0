import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Laptop } from '../laptop.ts';
import { Counter } from './counter.ts';
import { speak } from './voice.ts';
import { parametersOf, RequestFault } from './requests.ts';

const scripts = [
  'page',
  'drawing',
  'sound',
  'draw-time',
  'draw-phones',
  'draw-desks',
  'draw-wall',
  'draw-flow',
  'page-screen',
];
const files: Record<string, { file: string; type: string }> = {
  '/': { file: 'page.html', type: 'text/html; charset=utf-8' },
  '/page.css': { file: 'page.css', type: 'text/css; charset=utf-8' },
  '/icon.svg': { file: 'icon.svg', type: 'image/svg+xml' },
  ...Object.fromEntries(
    scripts.map((name) => [`/${name}.js`, { file: `${name}.js`, type: 'text/javascript; charset=utf-8' }]),
  ),
};
/** A stylesheet of the administration's own, after ours: the path of a file. */
const ownStylesheet = 'RAPPEL_STYLESHEET';
const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};
const bodyLimitCharacters = 10_000;

export interface PageServer {
  port: number;
  stop(): void;
}

/**
 * The page of the local contact centre, on 127.0.0.1 only; other sites opened in the same browser cannot drive it.
 * @throws the listening error of Node (`EADDRINUSE`) when the port is taken
 */
export async function servePage(laptop: Laptop, port: number): Promise<PageServer> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const counter = new Counter(laptop);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(counter, request, response).catch((fault: unknown) => {
      if (response.headersSent) return response.destroy();
      const status = fault instanceof RequestFault ? 400 : 500;
      return sendText(response, status, fault instanceof Error ? fault.message : String(fault));
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => {
      counter.stop();
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(counter: Counter, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isOurs(request)) return sendText(response, 403, 'Seule la page de ce centre peut le commander.');
  const [path = '/', query = ''] = (request.url ?? '/').split('?');
  const [, line = '', action = '', ...more] = path.split('/');
  if (request.method === 'POST' && more.length === 0) {
    const parameters = parametersOf(await bodyOf(request));
    if (path === '/voice') return sendVoice(response, parameters);
    if (action === 'report') return sendJson(response, await counter.report(line, parameters));
    if (action === 'forgetPerson') return sendJson(response, await counter.forget(line, parameters));
    await counter.act(line, action, parameters);
    return sendJson(response, {});
  }
  if (request.method !== 'GET') return sendText(response, 405, 'Cette méthode n’est pas admise.');
  if (path === '/lines') return sendJson(response, counter.lines());
  if (action === 'views' && more.length === 0) return counter.follow(line, response);
  if (action === 'promises.csv') return send(response, 200, 'text/csv; charset=utf-8', counter.promises(line));
  if (action === 'reports') return sendReport(counter, response, line, more);
  if (action === 'flow') {
    return sendJson(response, counter.drawing(line, new URLSearchParams(query).get('name') ?? ''));
  }
  return sendFile(response, path);
}

const reportTypes: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};
/** A report is a page of its own, with its style and drawings in it, that loads and runs nothing. */
const reportPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

/** `reports/today`: compiled now. Else a file of one that was, `reports/<day>/<file>`. */
async function sendReport(
  counter: Counter,
  response: ServerResponse,
  line: string,
  [day = '', name = '', ...more]: string[],
): Promise<void> {
  if (day === 'today' && name === '') {
    const { day: today } = await counter.report(line);
    response.writeHead(303, { ...securityHeaders, location: `/${line}/reports/${today}/report.html` }).end();
    return;
  }
  const type = reportTypes[name.slice(name.lastIndexOf('.') + 1)];
  const file = more.length === 0 && type !== undefined ? counter.reportFile(line, day, name) : undefined;
  if (file === undefined) return sendText(response, 404, 'Ce rapport n’existe pas.');
  response.writeHead(200, { ...securityHeaders, 'content-security-policy': reportPolicy, 'content-type': type });
  response.end(file);
}

function sendFile(response: ServerResponse, path: string): void {
  if (path === '/own.css') {
    const own = process.env[ownStylesheet];
    return send(response, 200, 'text/css; charset=utf-8', own === undefined ? '' : readFileSync(own));
  }
  const file = Object.hasOwn(files, path) ? files[path] : undefined;
  if (file === undefined) return sendText(response, 404, 'Cette page n’existe pas.');
  return send(response, 200, file.type, readFileSync(join(import.meta.dirname, file.file)));
}

async function sendVoice(response: ServerResponse, { text }: Record<string, unknown>): Promise<void> {
  const sound = await speak(String(text));
  if (sound === undefined) sendText(response, 501, 'Aucune voix n’est installée.');
  else send(response, 200, 'audio/wav', sound);
}

/** A foreign page can name our port, but not with our Host and Origin. */
function isOurs({ headers }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  const ourHost = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
  return ourHost && (headers.origin === undefined || headers.origin === `http://${host}`);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += String(chunk);
    if (body.length > bodyLimitCharacters) throw new RequestFault('La demande est trop longue.');
  }
  return body;
}

function sendJson(response: ServerResponse, value: unknown): void {
  send(response, 200, 'application/json; charset=utf-8', JSON.stringify(value));
}

function sendText(response: ServerResponse, status: number, text: string): void {
  send(response, status, 'text/plain; charset=utf-8', text);
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { ...securityHeaders, 'content-type': type }).end(body);
}
