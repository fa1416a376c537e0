import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newAdministration } from '../../domain/administration/new-administration.ts';

/** `npm run new -- <id>`: writes the file of a new administration, to fill in. Status 2 where the id cannot be used. */
export async function run(parameters: string[]): Promise<number> {
  const [id, ...rest] = parameters;
  if (id === undefined || rest.length > 0 || !/^[a-z][a-z0-9-]{1,30}$/.test(id)) {
    console.error('npm run new -- <id>: an id of lower-case letters, digits and hyphens, for example "carsat"');
    return 2;
  }
  const file = join('administrations', `${id}.yaml`);
  if (existsSync(file)) {
    console.error(`${file} exists already`);
    return 2;
  }
  writeFileSync(file, newAdministration(id));
  console.log(`${file} is written: fill in what is marked there, then npx cdk synth Rappel-${id}`);
  return 0;
}
