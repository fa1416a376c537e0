import { isObject, scalar } from '../../flow-language/flow-document.ts';
import type { ReadFlow } from '../../flow-language/read-export.ts';
import { parseObject } from '../../flow-language/read-flow.ts';
import type { DeployedFlow, DeployedFunction, Deployment } from '../deployment.ts';
import { entryFlow } from './entry-flow.ts';
import { exportedNumber, standInHours } from './stand-in-resources.ts';

interface Instance {
  nameOf: (id: string) => string;
  /** Names by id or ARN, as the console wrote them. */
  names: ReadonlyMap<string, string>;
  /** Names or ARNs of functions besides those that the flows name. */
  functions: string[];
  timeZone: string;
}

const entryFlowArn = 'entry';

/** What the flows tell of the instance that they come from. Nothing more is known of it. */
export function exportedDeployment(flows: readonly ReadFlow[], instance: Instance): Deployment {
  const deployed = flows.map(deployedFlow);
  const [first] = flows;
  const entry = first && entryFlow(first.type, deployed[0]?.arn ?? '');
  return {
    stackName: 'exported',
    region: 'eu-central-1',
    accountId: '111111111111',
    instanceArn: 'arn:aws:connect:eu-central-1:111111111111:instance/exported',
    instanceId: 'exported',
    number: exportedNumber,
    entryFlowArn: entry === undefined ? (deployed[0]?.arn ?? '') : entryFlowArn,
    flows: [
      ...deployed.flatMap((flow, index) => aliases(flow, flows[index]?.otherNames ?? [], instance.names)),
      ...(entry === undefined ? [] : [{ arn: entryFlowArn, id: entryFlowArn, name: entryFlowArn, ...entry }]),
    ],
    queues: [],
    taskTemplates: [],
    quickConnects: [],
    // Times are told in the zone of the first hours.
    hours: [standInHours('time-zone', { isOpen: true, timeZone: instance.timeZone })],
    functions: functionsOf(flows, instance),
    tables: [],
    schedules: [],
    eventRules: [],
    buckets: [],
    deliveryStreams: [],
    contactRecordsStream: undefined,
    customResources: [],
    sms: { configurationSetName: '', senderIds: [], allowedCountries: [] },
    alarms: { metric: [], composite: [] },
  };
}

/** Known by its name, and by what else the file calls it. */
function deployedFlow({ name, otherNames, type, content }: ReadFlow): DeployedFlow {
  const arn = otherNames.find((other) => other.startsWith('arn:')) ?? name;
  return { arn, id: name, name, type, content };
}

function aliases(
  flow: DeployedFlow,
  otherNames: readonly string[],
  names: ReadonlyMap<string, string>,
): DeployedFlow[] {
  const called = [...names].filter(([, name]) => name === flow.name).map(([id]) => id);
  return [flow, ...[...otherNames, ...called].map((other) => ({ ...flow, arn: other, id: other }))];
}

function functionsOf(flows: readonly ReadFlow[], { nameOf, functions }: Instance): DeployedFunction[] {
  const named = flows.flatMap(({ content }) => {
    const { Actions } = parseObject(content);
    return (Array.isArray(Actions) ? Actions : []).flatMap((action: unknown) =>
      isObject(action) && isObject(action.Parameters) ? (scalar(action.Parameters.LambdaFunctionARN) ?? []) : [],
    );
  });
  return [...new Set([...named, ...functions])].map((arn) => ({
    arn,
    name: nameOf(arn),
    logicalId: nameOf(arn),
    directory: '',
    handler: '',
    environment: {},
    timeoutSeconds: 900,
  }));
}
