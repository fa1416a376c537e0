/** An event as it is put on the bus: the bus adds its id, time, account and region. */
export interface BusEntry {
  source: string;
  detailType: string;
  detail: unknown;
  resources?: string[];
}
