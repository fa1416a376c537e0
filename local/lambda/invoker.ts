export type InvocationResult =
  | { result: 'ok'; value: unknown; logs: string[] }
  | { result: 'error'; message: string; logs: string[] }
  | { result: 'timeout'; logs: string[] };

/** Runs the unmodified bundle of a function in a worker. */
export interface LambdaInvoker {
  /**
   * @param timeLimitSeconds the caller's own limit where it is shorter than the function's (a flow's is at most 8 s); measured in real time.
   */
  invoke(functionArn: string, event: unknown, timeLimitSeconds?: number): Promise<InvocationResult>;
  stop(): Promise<void>;
}
