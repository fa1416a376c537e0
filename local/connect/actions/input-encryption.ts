import { type FlowAction, isObject, scalar } from '../../../flow-language/flow-document.ts';
import { resolveText } from '../../../flow-language/references.ts';
import { referenceValues } from '../contact-data.ts';
import { type FlowRun, tell } from '../flow-run.ts';

/** What is stored of an input: itself, or words in place of its cipher, which nothing here makes. Undefined where a key is missing. */
export function encrypted(value: string, { parameters }: FlowAction, run: FlowRun): string | undefined {
  const { InputEncryption } = parameters;
  if (!isObject(InputEncryption)) return value;
  const values = referenceValues(run);
  const [keyId = '', key = ''] = [InputEncryption.EncryptionKeyId, InputEncryption.Key].map((written) =>
    resolveText(scalar(written) ?? '', values).trim(),
  );
  if (keyId === '' || key === '') return undefined;
  tell(run, {
    kind: 'standIn',
    service: 'encryption of keyed input',
    text: 'stand-in for InputEncryption: words in place of the encrypted input',
  });
  return `[encrypted with ${keyId}]`;
}
