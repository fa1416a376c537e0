import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface TemplateResource {
  Type: string;
  Properties?: Record<string, unknown>;
  Condition?: string;
  DependsOn?: string | string[];
}
export interface Template {
  Parameters?: Record<string, { Default?: unknown }>;
  Conditions?: Record<string, unknown>;
  Resources: Record<string, TemplateResource>;
  Outputs?: Record<string, { Value: unknown }>;
}
export interface AssembledStack {
  stackName: string;
  accountId: string;
  region: string;
  template: Template;
  /** Object key of an asset in the bucket -> absolute path in the assembly. */
  assets: ReadonlyMap<string, string>;
}

interface Artifact {
  type: string;
  environment?: string;
  properties?: { templateFile?: string; file?: string };
}
interface AssetManifest {
  files?: Record<string, { source: { path?: string }; destinations: Record<string, { objectKey: string }> }>;
}

/** Used where the stack takes the account of the credentials: there are none here. */
const madeUpAccount = '111111111111';

/** @throws Error where the assembly has no such stack */
export function readStack(directory: string, stackName: string): AssembledStack {
  const manifest = readJson(join(directory, 'manifest.json')) as { artifacts?: Record<string, Artifact> };
  const artifacts = manifest.artifacts ?? {};
  const stack = artifacts[stackName];
  const templateFile = stack?.properties?.templateFile;
  if (stack?.type !== 'aws:cloudformation:stack' || templateFile === undefined) {
    throw new Error(`the assembly in ${directory} has no stack ${stackName}`);
  }
  const [account = '', region = ''] = (stack.environment ?? '').replace('aws://', '').split('/');
  if (region === 'unknown-region') throw new Error(`the stack ${stackName} names no region`);
  return {
    stackName,
    accountId: account === 'unknown-account' ? madeUpAccount : account,
    region,
    template: readJson(join(directory, templateFile)) as Template,
    assets: readAssets(directory, artifacts),
  };
}

function readAssets(directory: string, artifacts: Record<string, Artifact>): Map<string, string> {
  const assets = new Map<string, string>();
  for (const { type, properties } of Object.values(artifacts)) {
    if (type !== 'cdk:asset-manifest' || properties?.file === undefined) continue;
    const { files = {} } = readJson(join(directory, properties.file)) as AssetManifest;
    for (const { source, destinations } of Object.values(files)) {
      if (source.path === undefined) continue;
      for (const { objectKey } of Object.values(destinations)) assets.set(objectKey, join(directory, source.path));
    }
  }
  return assets;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
