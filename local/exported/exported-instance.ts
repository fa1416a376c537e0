import { getCountries } from 'libphonenumber-js/max';
import type { ReadFlow } from '../../flow-language/read-export.ts';
import { parseObject } from '../../flow-language/read-flow.ts';
import type { Clock } from '../clock.ts';
import type { ContactCentre } from '../connect/centre.ts';
import { createContactCentre } from '../connect/contact-centre.ts';
import { seededIds, seededRandom } from '../random.ts';
import { exportedDeployment } from './exported-deployment.ts';
import { answeringFunctions, type FunctionAnswers } from './exported-functions.ts';
import { displayNames, lastPart } from './named-resources.ts';
import { elsewhere, standInHours, standInQueue } from './stand-in-resources.ts';

export interface ExportedFlows {
  /** The first one is run; the others are what it refers to. */
  flows: readonly ReadFlow[];
  clock: Clock;
  seed: number;
  isOpen: boolean;
  timeZone: string;
  functions: FunctionAnswers;
  /** Who is in each queue that stands in for one of the instance, when a flow first names it. */
  populate: (centre: ContactCentre, queueArn: string) => void;
}

/** A contact centre around flows that come without their instance. Throws FlowRefused where one of them cannot be run. */
export function exportedInstance(options: ExportedFlows): ContactCentre {
  const { flows, clock, seed, isOpen, timeZone, functions, populate } = options;
  const names = displayNames(flows.map(({ content }) => parseObject(content)));
  const nameOf = (id: string): string => names.get(id) ?? lastPart(id);
  const centre: ContactCentre = createContactCentre({
    deployment: exportedDeployment(flows, { nameOf, names, functions: Object.keys(functions), timeZone }),
    clock,
    lambdas: answeringFunctions(functions, nameOf),
    random: seededRandom(seed),
    newId: seededIds(seed),
    allowedCountries: getCountries(),
    onContactEvent: () => undefined,
    unknown: {
      queue: (id) => standInQueue(id, nameOf(id)),
      queueAdded: (queue) => populate(centre, queue.arn),
      hours: (id) => standInHours(id, { isOpen, timeZone }),
      flow: (id) => elsewhere(id, nameOf(id), 'CONTACT_FLOW'),
      module: (id) => elsewhere(id, nameOf(id), 'MODULE'),
      promptName: (id) => `prompt ${nameOf(id)}`,
    },
  });
  return centre;
}
