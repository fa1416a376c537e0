import { writeFileSync } from 'node:fs';
import { administrationJsonSchema } from '../domain/administration/json-schema.ts';

// The editor's copy of the rules; a test fails until it is written anew after a change of domain/administration/schema.ts.
writeFileSync('administrations/administration.schema.json', administrationJsonSchema());
