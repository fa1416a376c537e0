import { isObject, scalar } from './flow-document.ts';

/**
 * The text that a property of a CloudFormation template makes, undefined where it makes none. What only a deployment knows stays as it is
 * written in `Fn::Sub`: `${Queue.Arn}`.
 */
export function templateText(value: unknown): string | undefined {
  const text = scalar(value);
  if (text !== undefined) return text;
  const [name, operand] = soleEntry(value) ?? [];
  switch (name) {
    case 'Ref':
      return placeholder(operand);
    case 'Fn::GetAtt':
      return placeholder(Array.isArray(operand) ? operand.join('.') : operand);
    case 'Fn::ImportValue':
      return placeholder(templateText(operand));
    case 'Fn::Sub':
      return scalar(Array.isArray(operand) ? operand[0] : operand);
    case 'Fn::Join':
      return Array.isArray(operand) ? joined(operand[0], operand[1]) : undefined;
    case 'Fn::ToJsonString':
      return JSON.stringify(deepText(operand));
    default:
      return undefined;
  }
}

function placeholder(name: unknown): string | undefined {
  const word = scalar(name);
  return word === undefined ? undefined : `\${${word}}`;
}

function joined(separator: unknown, parts: unknown): string | undefined {
  const texts = Array.isArray(parts) ? parts.map(templateText) : [undefined];
  return texts.includes(undefined) ? undefined : texts.join(scalar(separator) ?? '');
}

/** Objects as they are, with the functions in them read as text. */
function deepText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deepText);
  if (!isObject(value)) return value;
  return templateText(value) ?? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deepText(inner)]));
}

function soleEntry(value: unknown): [string, unknown] | undefined {
  const entries = Object.entries(isObject(value) ? value : {});
  return entries.length === 1 ? entries[0] : undefined;
}
