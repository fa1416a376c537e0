import { devNull } from 'node:os';
import type { DeployedFunction } from '../deployment.ts';

/** Where the workers find each service: `http://127.0.0.1:…`. */
export interface ServiceEndpoints {
  dynamoDb: string;
  connect: string;
  sms: string;
  eventBridge: string;
  s3: string;
  /** Answers for every other service, by refusing it. */
  otherServices: string;
}

/** The environment of a function's worker, built from nothing: a laptop's real account is out of reach. */
export function workerEnvironment(
  deployed: DeployedFunction,
  region: string,
  endpoints: ServiceEndpoints,
): Record<string, string> {
  return {
    ...deployed.environment,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: endpoints.otherServices,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamoDb,
    AWS_ENDPOINT_URL_CONNECT: endpoints.connect,
    AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: endpoints.sms,
    AWS_ENDPOINT_URL_EVENTBRIDGE: endpoints.eventBridge,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_LAMBDA_FUNCTION_NAME: deployed.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    LAMBDA_TASK_ROOT: deployed.directory,
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
  };
}
