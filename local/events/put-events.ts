import { jsonAnswer, ServiceError, type EndpointAnswer } from '../http-endpoint.ts';
import type { BusEntry } from './bus-entry.ts';

interface PutEventsRequest {
  Entries?: { Source?: string; DetailType?: string; Detail?: string; EventBusName?: string; Resources?: string[] }[];
}
const mostEntries = 10;

/**
 * `PutEvents`: an entry that is refused does not keep the others off the bus.
 * @param put returns the id of the event
 * @throws ServiceError where the request as a whole is refused
 */
export function putEvents(put: (entry: BusEntry) => string, target: string, body: string): EndpointAnswer {
  if (target !== 'PutEvents') {
    throw new ServiceError('NotPlayedLocally', `EventBridge ${target} is not played locally`, 501);
  }
  const { Entries = [] } = JSON.parse(body) as PutEventsRequest;
  if (Entries.length === 0 || Entries.length > mostEntries) {
    throw new ServiceError('ValidationException', `Between 1 and ${mostEntries} entries are required`);
  }
  const results = Entries.map(({ Source, DetailType, Detail, EventBusName = 'default', Resources = [] }) => {
    if (!EventBusName.endsWith('default')) return refused('InvalidArgument', `There is no bus ${EventBusName}`);
    if (!Source || !DetailType || !Detail)
      return refused('InvalidArgument', 'Source, DetailType and Detail are required');
    const detail = parseObject(Detail);
    if (!detail) return refused('MalformedDetail', 'Detail is malformed.');
    return { EventId: put({ source: Source, detailType: DetailType, detail, resources: Resources }) };
  });
  const FailedEntryCount = results.filter((result) => 'ErrorCode' in result).length;
  return jsonAnswer(200, { FailedEntryCount, Entries: results }, { 'content-type': 'application/x-amz-json-1.1' });
}

function refused(ErrorCode: string, ErrorMessage: string): { ErrorCode: string; ErrorMessage: string } {
  return { ErrorCode, ErrorMessage };
}
function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
