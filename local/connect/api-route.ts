/** What a request of Connect's REST API brings. */
interface Call {
  parts: string[];
  query: URLSearchParams;
  body: Record<string, unknown>;
}
/** An operation, and what answers it. */
export interface Route {
  operation: string;
  method: string;
  /** Segments between braces are given to the operation, in order. */
  path: string;
  run: (call: Call) => unknown;
}
