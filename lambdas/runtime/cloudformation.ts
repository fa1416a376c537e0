/** What CloudFormation sends to a custom resource; every property is a string. */
export interface CustomResourceEvent {
  RequestType: 'Create' | 'Update' | 'Delete';
  ResponseURL: string;
  StackId: string;
  RequestId: string;
  LogicalResourceId: string;
  /** Absent when it is created. */
  PhysicalResourceId?: string;
  ResourceProperties: Record<string, string>;
}

/** Does what is asked; returns the physical id. What it throws is the reason that CloudFormation shows. */
export type CustomResource = (event: CustomResourceEvent) => Promise<string>;

/** Of what was never created; CloudFormation asks to delete that too. */
const neverCreated = 'never-created';

/** Answers CloudFormation in every case, success or failure: without an answer a deployment hangs for an hour. */
export function customResource(work: CustomResource): (event: CustomResourceEvent) => Promise<void> {
  return async (event) => {
    const { StackId, RequestId, LogicalResourceId, PhysicalResourceId } = event;
    const request = { StackId, RequestId, LogicalResourceId };
    if (event.RequestType === 'Delete' && PhysicalResourceId === neverCreated) {
      return send(event.ResponseURL, { ...request, Status: 'SUCCESS', PhysicalResourceId });
    }
    return send(event.ResponseURL, { ...request, ...(await outcome(work, event)) });
  };
}

async function outcome(work: CustomResource, event: CustomResourceEvent): Promise<Record<string, string>> {
  try {
    return { Status: 'SUCCESS', PhysicalResourceId: await work(event) };
  } catch (error) {
    const Reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { Status: 'FAILED', Reason, PhysicalResourceId: event.PhysicalResourceId ?? neverCreated };
  }
}

async function send(url: string, answer: Record<string, string>): Promise<void> {
  // The signature of the address covers an empty content type.
  const response = await fetch(url, { method: 'PUT', headers: { 'content-type': '' }, body: JSON.stringify(answer) });
  if (!response.ok) throw new Error(`CloudFormation refused the answer with status ${response.status}`);
}

/** The value of a property. Throws where the template does not give it. */
export function property({ ResourceProperties }: CustomResourceEvent, name: string): string {
  const value = ResourceProperties[name];
  if (value === undefined || value === '') throw new Error(`property ${name} is missing`);
  return value;
}
