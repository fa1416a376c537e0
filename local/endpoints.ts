import { listenLocally, ServiceError, type Endpoint } from './http-endpoint.ts';

/** Answers for every AWS service that is not played locally, by naming what is refused. */
export async function startOtherServices(onRefused: (message: string) => void = () => {}): Promise<Endpoint> {
  return listenLocally(async ({ method, path, target, credentialScope }) => {
    // date/region/service/aws4_request
    const service = credentialScope.split('/')[2] ?? 'an unknown service';
    const message = `${service} ${target || `${method} ${path}`} is not played locally`;
    onRefused(message);
    return new ServiceError('NotPlayedLocally', message, 501).toAnswer();
  });
}
