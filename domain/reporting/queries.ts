/** A query that a reporting team finds in Athena, and that runs on DuckDB over the same files. */
export interface NamedQuery {
  /** Letters only, unique. */
  name: string;
  description: string;
  /** Tables stand as `{calls}`, `{bookings}`, `{messages}`, `{persons}`; the two `?` are the first and the last local day, both included. */
  sql: string;
}

export const reportQueries: readonly NamedQuery[] = [];
