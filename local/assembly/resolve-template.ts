import { createHash } from 'node:crypto';
import { identifierOf, type Identity } from './resource-types.ts';
import type { AssembledStack } from './template.ts';

type FunctionBody = (argument: unknown, path: string) => unknown;
/** `AWS::NoValue`: the property is as if it were not written. */
const noValue = Symbol('AWS::NoValue');
const textual = new Set(['string', 'number', 'boolean']);

/** Resolves the CloudFormation functions of a template. Ids and ARNs are made up from logical ids, always the same. */
export class TemplateResolver {
  readonly #stack: AssembledStack;
  readonly #identities = new Map<string, Identity>();
  readonly #properties = new Map<string, Record<string, unknown>>();
  readonly #functions: Record<string, FunctionBody> = {
    Ref: (name, path) => this.#ref(String(name), path),
    'Fn::GetAtt': (target, path) => this.#attribute(target, path),
    'Fn::Join': (argument, path) => {
      const [delimiter, parts] = argument as [string, unknown];
      return (this.value(parts, path) as unknown[]).map(String).join(delimiter);
    },
    'Fn::Sub': (argument, path) => this.#substitute(argument, path),
    'Fn::Select': (argument, path) => {
      const [index, list] = argument as [unknown, unknown];
      const chosen = (this.value(list, path) as unknown[])[Number(this.value(index, path))];
      if (chosen === undefined) throw new Error(`${path}: Fn::Select finds nothing at ${String(index)}`);
      return chosen;
    },
    'Fn::Split': (argument, path) => {
      const [delimiter, text] = argument as [string, unknown];
      return this.#text(text, path).split(delimiter);
    },
    'Fn::If': (argument, path) => {
      const [condition, whenTrue, whenFalse] = argument as [string, unknown, unknown];
      return this.value(this.condition(condition) ? whenTrue : whenFalse, path);
    },
    'Fn::Equals': (argument, path) => {
      const [left, right] = (argument as unknown[]).map((side) => this.#text(side, path));
      return left === right;
    },
    'Fn::Not': (argument, path) => !this.value((argument as unknown[])[0], path),
    'Fn::And': (argument, path) => (argument as unknown[]).every((each) => this.value(each, path)),
    'Fn::Or': (argument, path) => (argument as unknown[]).some((each) => this.value(each, path)),
    Condition: (name) => this.condition(String(name)),
  };

  constructor(stack: AssembledStack) {
    this.#stack = stack;
  }

  /** The properties of a resource, resolved. @throws Error naming what cannot be resolved, and where */
  properties(logicalId: string): Record<string, unknown> {
    const known = this.#properties.get(logicalId);
    if (known) return known;
    const written = this.#stack.template.Resources[logicalId]?.Properties ?? {};
    const resolved = this.value(written, `${logicalId}.Properties`) as Record<string, unknown>;
    this.#properties.set(logicalId, resolved);
    return resolved;
  }

  identity(logicalId: string): Identity {
    const known = this.#identities.get(logicalId);
    if (known) return known;
    const resource = this.#stack.template.Resources[logicalId];
    const identify = resource && identifierOf(resource.Type);
    if (!identify) throw new Error(`${logicalId}: ${resource?.Type ?? 'no such resource'} is not played locally`);
    const { stackName, accountId, region } = this.#stack;
    const text = (property: string): string | undefined => {
      const written = resource.Properties?.[property];
      return written === undefined ? undefined : this.#text(written, `${logicalId}.Properties.${property}`);
    };
    const identity = identify({ stackName, accountId, region, logicalId, uuid: this.#uuid(logicalId), text });
    this.#identities.set(logicalId, identity);
    return identity;
  }

  condition(name: string): boolean {
    const written = this.#stack.template.Conditions?.[name];
    if (written === undefined) throw new Error(`Conditions.${name} does not exist`);
    return Boolean(this.value(written, `Conditions.${name}`));
  }

  value(written: unknown, path: string): unknown {
    if (typeof written === 'string') return this.#dynamicReferences(written, path);
    if (typeof written !== 'object' || written === null) return written;
    if (Array.isArray(written)) {
      return written.map((each, index) => this.value(each, `${path}[${index}]`)).filter((each) => each !== noValue);
    }
    const entries = Object.entries(written);
    const [only] = entries;
    if (only && entries.length === 1 && (only[0] === 'Ref' || only[0].startsWith('Fn::') || this.#isCondition(only))) {
      const body = this.#functions[only[0]];
      if (!body) throw new Error(`${path}: ${only[0]} is not played locally`);
      const result = body(only[1], path);
      return typeof result === 'string' ? this.#dynamicReferences(result, path) : result;
    }
    const resolved = entries.map(([key, each]): [string, unknown] => [key, this.value(each, `${path}.${key}`)]);
    return Object.fromEntries(resolved.filter(([, each]) => each !== noValue));
  }

  /** `{ Condition: name }` is a function inside a condition only: elsewhere it is a key of a policy. */
  #isCondition([key, argument]: [string, unknown]): boolean {
    return key === 'Condition' && typeof argument === 'string' && argument in (this.#stack.template.Conditions ?? {});
  }

  #text(written: unknown, path: string): string {
    const value = this.value(written, path);
    if (!textual.has(typeof value)) throw new Error(`${path}: a text was expected`);
    return String(value);
  }

  #ref(name: string, path: string): unknown {
    const { stackName, accountId, region, template } = this.#stack;
    const pseudo: Record<string, unknown> = {
      'AWS::AccountId': accountId,
      'AWS::Region': region,
      'AWS::StackName': stackName,
      'AWS::StackId': `arn:aws:cloudformation:${region}:${accountId}:stack/${stackName}/${this.#uuid('stack')}`,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::NoValue': noValue,
    };
    if (name in pseudo) return pseudo[name];
    const parameter = template.Parameters?.[name];
    if (parameter?.Default !== undefined) return parameter.Default;
    if (parameter || name.startsWith('AWS::')) throw new Error(`${path}: Ref ${name} has no value locally`);
    return this.identity(name).ref;
  }

  #attribute(target: unknown, path: string): string {
    const [logicalId = '', ...rest] = typeof target === 'string' ? target.split('.') : (target as string[]);
    const attribute = rest.join('.');
    const value = this.identity(logicalId).attributes[attribute];
    if (value === undefined) {
      const type = this.#stack.template.Resources[logicalId]?.Type ?? '';
      throw new Error(`${path}: Fn::GetAtt ${logicalId}.${attribute} (${type}) is not played locally`);
    }
    return value;
  }

  #substitute(argument: unknown, path: string): string {
    const [text, variables] = (Array.isArray(argument) ? argument : [argument, {}]) as [
      string,
      Record<string, unknown>,
    ];
    return text.replaceAll(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (name in variables) return this.#text(variables[name], path);
      return name.includes('.') ? this.#attribute(name, path) : String(this.#ref(name, path));
    });
  }

  /** A secret's value is made up, always the same for one reference. */
  #dynamicReferences(text: string, path: string): string {
    return text.replaceAll(/\{\{resolve:([^:}]+):([^}]*)\}\}/g, (_, service: string, reference: string) => {
      if (service !== 'secretsmanager') throw new Error(`${path}: {{resolve:${service}:…}} is not played locally`);
      return this.#hash(`secret ${reference}`);
    });
  }

  #hash(text: string): string {
    return createHash('sha256').update(`${this.#stack.stackName} ${text}`).digest('hex');
  }

  #uuid(logicalId: string): string {
    return this.#hash(logicalId).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
  }
}
