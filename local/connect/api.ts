import type { Deployment } from '../deployment.ts';
import { EndpointFaults } from '../endpoint-faults.ts';
import { jsonAnswer, listenLocally, ServiceError, type Endpoint, type EndpointRequest } from '../http-endpoint.ts';
import { contactAttributes, updateContactAttributes } from './api-attributes.ts';
import { deleteContactData, describeContact, listAssociatedContacts, stopContact } from './api-contacts.ts';
import { startOutboundVoiceContact } from './api-outbound.ts';
import { contactMetrics, currentMetricData } from './api-metrics.ts';
import { startTaskContact } from './api-tasks.ts';
import { describeUser } from './api-users.ts';
import { PhoneNumbers, type PhoneNumber } from './api-phone-numbers.ts';
import type { ContactCentre } from './centre.ts';

export interface ConnectApiOptions {
  deployment: Deployment;
  /** The endpoint may be there before the centre is. */
  centre: () => ContactCentre;
  now: () => number;
  /** ISO codes of the countries that the instance may ring. */
  allowedCountries: readonly string[];
  phoneNumbers?: PhoneNumber[];
}
export interface ConnectApi extends Endpoint {
  /** By operation name. */
  faults: EndpointFaults;
  phoneNumbers: PhoneNumbers;
}

interface Call {
  parts: string[];
  query: URLSearchParams;
  body: Record<string, unknown>;
}
interface Route {
  operation: string;
  method: string;
  /** Segments between braces are given to the operation, in order. */
  path: string;
  run: (call: Call) => unknown;
}

/** Amazon Connect's REST API: the operations that the bundles call; every other one is refused by its path. */
export async function startConnectApi(options: ConnectApiOptions): Promise<ConnectApi> {
  const faults = new EndpointFaults();
  const phoneNumbers = new PhoneNumbers(options.phoneNumbers ?? []);
  const routes = [...contactRoutes(options), ...recordRoutes(options), ...phoneNumberRoutes(phoneNumbers)];
  const endpoint = await listenLocally(async (request) => {
    try {
      const { route, parts } = findRoute(routes, request);
      const injected = await faults.before(route.operation);
      if (injected) return injected;
      const body = request.body === '' ? {} : (JSON.parse(request.body) as Record<string, unknown>);
      const query = new URLSearchParams(request.query);
      refuseOtherInstances(options.deployment, body['InstanceId'] ?? query.get('instanceId'));
      return jsonAnswer(200, route.run({ parts, query, body }));
    } catch (error) {
      if (error instanceof ServiceError) return error.toAnswer();
      throw error;
    }
  });
  return { ...endpoint, faults, phoneNumbers };
}

function recordRoutes({ deployment, centre }: ConnectApiOptions): Route[] {
  return [
    {
      operation: 'DescribeUser',
      method: 'GET',
      path: '/users/{InstanceId}/{UserId}',
      run: ({ parts: [instanceId, userId = ''] }) => {
        refuseOtherInstances(deployment, instanceId);
        return describeUser(centre(), deployment, userId);
      },
    },
    {
      operation: 'DeleteContactData',
      method: 'POST',
      path: '/contact/delete/{InstanceId}/{ContactId}',
      run: ({ parts: [instanceId, contactId = ''], body }) => {
        refuseOtherInstances(deployment, instanceId);
        return deleteContactData(centre(), contactId, body);
      },
    },
  ];
}

function contactRoutes({ deployment, centre, now, allowedCountries }: ConnectApiOptions): Route[] {
  const inInstance = (instanceId: unknown): void => refuseOtherInstances(deployment, instanceId);
  return [
    {
      operation: 'GetCurrentMetricData',
      method: 'POST',
      path: '/metrics/current/{InstanceId}',
      run: ({ parts: [instanceId], body }) => {
        inInstance(instanceId);
        return currentMetricData(centre(), body, now());
      },
    },
    {
      operation: 'GetContactMetrics',
      method: 'POST',
      path: '/metrics/contact',
      run: ({ body }) => contactMetrics(centre(), body, deployment.instanceArn),
    },
    {
      operation: 'StartOutboundVoiceContact',
      method: 'PUT',
      path: '/contact/outbound-voice',
      run: ({ body }) => startOutboundVoiceContact(centre(), deployment, allowedCountries, body),
    },
    {
      operation: 'DescribeContact',
      method: 'GET',
      path: '/contacts/{InstanceId}/{ContactId}',
      run: ({ parts: [instanceId, contactId = ''] }) => {
        inInstance(instanceId);
        return describeContact(centre(), deployment, contactId);
      },
    },
    {
      operation: 'GetContactAttributes',
      method: 'GET',
      path: '/contact/attributes/{InstanceId}/{InitialContactId}',
      run: ({ parts: [instanceId, contactId = ''] }) => {
        inInstance(instanceId);
        return contactAttributes(centre(), contactId);
      },
    },
    {
      operation: 'UpdateContactAttributes',
      method: 'POST',
      path: '/contact/attributes',
      run: ({ body }) => updateContactAttributes(centre(), body),
    },
    {
      operation: 'ListAssociatedContacts',
      method: 'GET',
      path: '/contact/associated/{InstanceId}',
      run: ({ parts: [instanceId], query }) => {
        inInstance(instanceId);
        return listAssociatedContacts(centre(), deployment, query);
      },
    },
    {
      operation: 'StartTaskContact',
      method: 'PUT',
      path: '/contact/task',
      run: ({ body }) => startTaskContact(centre(), deployment, now(), body),
    },
    { operation: 'StopContact', method: 'POST', path: '/contact/stop', run: ({ body }) => stopContact(centre(), body) },
  ];
}

function phoneNumberRoutes(numbers: PhoneNumbers): Route[] {
  const path = '/phone-number/{PhoneNumberId}';
  return [
    { operation: 'DescribePhoneNumber', method: 'GET', path, run: ({ parts: [id = ''] }) => numbers.describe(id) },
    {
      operation: 'UpdatePhoneNumber',
      method: 'PUT',
      path,
      run: ({ parts: [id = ''], body }) => numbers.update(id, text(body['TargetArn'])),
    },
    {
      operation: 'AssociatePhoneNumberContactFlow',
      method: 'PUT',
      path: `${path}/contact-flow`,
      run: ({ parts: [id = ''], body }) => numbers.attach(id, text(body['InstanceId']), text(body['ContactFlowId'])),
    },
    {
      operation: 'DisassociatePhoneNumberContactFlow',
      method: 'DELETE',
      path: `${path}/contact-flow`,
      run: ({ parts: [id = ''], query }) => numbers.detach(id, query.get('instanceId') ?? ''),
    },
  ];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function findRoute(routes: Route[], { method, path }: EndpointRequest): { route: Route; parts: string[] } {
  for (const route of routes) {
    const pattern = new RegExp(`^${route.path.replaceAll(/\{[^}]+\}/g, '([^/]+)')}$`);
    const match = route.method === method ? pattern.exec(path) : null;
    if (match) return { route, parts: match.slice(1).map((part) => decodeURIComponent(part)) };
  }
  throw new ServiceError('NotPlayedLocally', `Amazon Connect ${method} ${path} is not played locally`, 501);
}

/** An instance is named by its id or its ARN. */
function refuseOtherInstances({ instanceId, instanceArn }: Deployment, named: unknown): void {
  if (named === undefined || named === null || named === instanceId || named === instanceArn) return;
  throw new ServiceError('ResourceNotFoundException', 'No such instance', 404);
}
