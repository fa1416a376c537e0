import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What the metrics endpoints of Amazon Connect answer; `throttled` is refused, `never` is not answered. */
export interface ConnectAnswers {
  /** By Connect queue id: contacts, seconds of the oldest, agents staffed and available. */
  queues: Record<string, [number, number, number, number]> | 'throttled' | 'never';
  position: number | 'throttled' | 'never';
}
export interface ConnectEndpoint {
  url: string;
  /** Paths and bodies asked for, in order. */
  requests: { path: string; body: Record<string, unknown> }[];
  stop(): void;
}

const throttled = { status: 429, type: 'ThrottlingException', body: { message: 'Rate exceeded' } };

function metricResults(answers: Record<string, [number, number, number, number]>): object {
  return {
    MetricResults: Object.entries(answers).map(([id, [contacts, oldest, staffed, available]]) => ({
      Dimensions: { Queue: { Id: id }, Channel: 'VOICE' },
      Collections: [
        { Metric: { Name: 'CONTACTS_IN_QUEUE', Unit: 'COUNT' }, Value: contacts },
        { Metric: { Name: 'OLDEST_CONTACT_AGE', Unit: 'SECONDS' }, Value: oldest },
        { Metric: { Name: 'AGENTS_STAFFED', Unit: 'COUNT' }, Value: staffed },
        { Metric: { Name: 'AGENTS_AVAILABLE', Unit: 'COUNT' }, Value: available },
      ],
    })),
  };
}

function answerTo(path: string, { queues, position }: ConnectAnswers): typeof throttled | object | 'never' {
  const isPosition = path.startsWith('/metrics/contact');
  const answer = isPosition ? position : queues;
  if (answer === 'never') return 'never';
  if (answer === 'throttled') return throttled;
  if (typeof answer !== 'number') return metricResults(answer);
  return { MetricResults: [{ Name: 'POSITION_IN_QUEUE', Value: { Number: answer } }] };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text || '{}');
}

/** Two operations of Amazon Connect over HTTP, as the SDK asks for them. `answers` is read at each request. */
export async function startConnectEndpoint(answers: () => ConnectAnswers): Promise<ConnectEndpoint> {
  const requests: ConnectEndpoint['requests'] = [];
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '';
    requests.push({ path, body: await bodyOf(request) });
    const answer = answerTo(path, answers());
    if (answer === 'never') return;
    const refused = answer === throttled;
    response.writeHead(refused ? throttled.status : 200, {
      'content-type': 'application/json',
      ...(refused && { 'x-amzn-errortype': throttled.type }),
    });
    response.end(JSON.stringify(refused ? throttled.body : answer));
  };
  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
