import type { Administration } from '../../domain/administration/administration.ts';

/** Invokes a function of the deployed line by its name, with the credentials of whoever runs this. @throws the SDK's errors, or what the function threw */
export async function invokeDeployed<Result>(
  { region, account }: Administration,
  name: string,
  event: unknown,
): Promise<Result> {
  // Loaded here: without --aws, nothing of AWS is.
  const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
  const client = new LambdaClient({ region });
  // With its account in the name, credentials of another one change no line of the same name there.
  const FunctionName = account === undefined ? name : `arn:aws:lambda:${region}:${account}:function:${name}`;
  const { FunctionError, Payload } = await client.send(
    new InvokeCommand({ FunctionName, Payload: new TextEncoder().encode(JSON.stringify(event)) }),
  );
  const answer = Payload?.transformToString() ?? '';
  if (FunctionError !== undefined) throw new Error(`${name} failed: ${answer}`);
  return JSON.parse(answer) as Result;
}
