import type { ActionSpecification } from './action-specification.ts';
import { attributes } from './attributes.ts';
import { branching } from './branching.ts';
import { callbacks } from './callbacks.ts';
import { ending } from './ending.ts';
import { modules } from './modules.ts';
import { queueing } from './queueing.ts';
import { services } from './services.ts';
import { settings } from './settings.ts';
import { speaking } from './speaking.ts';
import { standIns } from './stand-ins.ts';

/** Every action of the flow language, by its type. */
export const actionSpecifications: ReadonlyMap<string, ActionSpecification> = new Map(
  Object.entries({
    ...speaking,
    ...branching,
    ...attributes,
    ...settings,
    ...queueing,
    ...callbacks,
    ...services,
    ...ending,
    ...modules,
    ...standIns,
  }),
);
