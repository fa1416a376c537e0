/** Given to a worker when it starts. */
export interface WorkerStart {
  /** Absolute path of the bundle's module. */
  module: string;
  exportName: string;
  functionName: string;
  functionArn: string;
  nowMilliseconds: number;
}

export interface InvocationMessage {
  requestId: string;
  /** JSON. */
  event: string;
  nowMilliseconds: number;
  timeLimitMilliseconds: number;
}

export type WorkerMessage =
  | { kind: 'ready' }
  | { kind: 'log'; text: string }
  /** JSON of what the handler returned; `null` where it returned nothing. */
  | { kind: 'returned'; value: string }
  | { kind: 'threw'; message: string };
