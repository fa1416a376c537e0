/** A function that a worker is told to load, once in each worker. */
export interface FunctionToLoad {
  kind: 'load';
  functionArn: string;
  functionName: string;
  /** How many this worker has loaded before. */
  load: number;
  /** Absolute path of the bundle's module. */
  module: string;
  exportName: string;
  /** The function's whole environment. */
  environment: Record<string, string>;
  nowMilliseconds: number;
}

export interface InvocationMessage {
  kind: 'invoke';
  functionArn: string;
  requestId: string;
  /** JSON. */
  event: string;
  nowMilliseconds: number;
  timeLimitMilliseconds: number;
}

export type WorkerMessage =
  | { kind: 'loaded' }
  | { kind: 'log'; text: string }
  /** JSON of what the handler returned; `null` where it returned nothing. */
  | { kind: 'returned'; value: string }
  | { kind: 'threw'; message: string };
