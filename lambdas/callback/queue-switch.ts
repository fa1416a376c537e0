import type { Item } from '../runtime/dynamodb.ts';

/** What a supervisor turns on and off for a queue. */
export interface QueueSwitch {
  offering: boolean;
  dialling: boolean;
}

/** On, unless somebody has turned it off. */
export const readSwitch = (item: Item | undefined): QueueSwitch => ({
  offering: item?.['offering'] !== 'off',
  dialling: item?.['dialling'] !== 'off',
});
