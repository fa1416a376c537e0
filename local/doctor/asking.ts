import type { Answer } from './findings.ts';

/** Nothing can be asked at all: no credentials, or no network. */
export class NoAccount extends Error {}

/** Of every client: a person waits, and a region that does not answer is said soon. */
export const clientSettings = (region: string) => ({
  region,
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 3000, requestTimeout: 15_000, throwOnRequestTimeout: true },
});

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : String(error));

/** What a question came to. Every refusal is an answer too: the others are asked all the same. */
export async function asked<T>(question: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await question() };
  } catch (error) {
    if (isOfAccount(error)) throw new NoAccount(told(error));
    return { refused: nameOf(error) };
  }
}

/** All pages of a list, as one. */
export const askedAll = <Page, Item>(
  pages: () => AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly Item[] | undefined,
): Promise<Answer<Item[]>> =>
  asked(async () => {
    const items: Item[] = [];
    for await (const page of pages()) items.push(...(itemsOf(page) ?? []));
    return items;
  });

const credentialFaults: ReadonlySet<string> = new Set([
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'SignatureDoesNotMatch',
  'InvalidSignatureException',
  'TokenProviderError',
]);
const networkFaults: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ETIMEDOUT',
]);

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
const isNetworkFault = (error: unknown): boolean =>
  networkFaults.has(codeOf(error)) || nameOf(error) === 'TimeoutError';

const isOfAccount = (error: unknown): boolean => credentialFaults.has(nameOf(error)) || isNetworkFault(error);

function told(error: unknown): string {
  if (isNetworkFault(error)) {
    return `AWS cannot be reached (${codeOf(error) || nameOf(error)}): the doctor needs the network, and a region that answers`;
  }
  return `AWS does not know who asks (${nameOf(error)}): sign in first, such as by "aws sso login", or set AWS_PROFILE`;
}
