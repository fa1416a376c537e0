import type { Deployment } from '../deployment.ts';
import { ServiceError } from '../http-endpoint.ts';
import type { ContactCentre } from './centre.ts';

/** `DescribeUser`: an agent logs in by the name that is told of it here. @throws ServiceError ResourceNotFoundException */
export function describeUser(centre: ContactCentre, deployment: Deployment, userId: string): unknown {
  const agent = centre.agents().find(({ id }) => id === userId);
  if (!agent) throw new ServiceError('ResourceNotFoundException', 'No such user', 404);
  return { User: { Id: agent.id, Arn: `${deployment.instanceArn}/agent/${agent.id}`, Username: agent.name } };
}
