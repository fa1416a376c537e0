import { required } from './environment.ts';

interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/**
 * In place of the SDK's own search for credentials, which asks files, browsers, programs and metadata services: Lambda puts them
 * into the environment, and nowhere else. The bundles are a third smaller for it, and load so much
 * sooner.
 */
export const defaultProvider = () => async (): Promise<Credentials> => {
  const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const;
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = required(...names);
  const sessionToken = process.env['AWS_SESSION_TOKEN'];
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(sessionToken !== undefined && { sessionToken }),
  };
};
