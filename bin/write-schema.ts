import { writeFileSync } from 'node:fs';
import { administrationJsonSchema } from '../domain/administration/json-schema.ts';
import { configurationPage } from '../domain/administration/reference/configuration-page.ts';
import { metricsPage } from '../domain/reporting/metrics/metrics-page.ts';
import { reportJsonSchema } from '../domain/reporting/report-schema.ts';
import { rulesPage } from '../flow-language/check/rules-page.ts';

// The editor's copy of the rules, and the reader's; a test fails until they are written anew after a change of the rules.
writeFileSync('administrations/administration.schema.json', administrationJsonSchema());
writeFileSync('docs/configuration.md', configurationPage());
writeFileSync('docs/flow-rules.md', rulesPage());
writeFileSync('docs/metrics.md', metricsPage());
writeFileSync('docs/report.schema.json', reportJsonSchema());
