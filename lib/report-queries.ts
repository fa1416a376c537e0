import { Stack } from 'aws-cdk-lib';
import { CfnNamedQuery, CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Administration } from '../domain/administration/administration.ts';
import { columns } from '../domain/reporting/columns.ts';
import type { CompiledTable } from '../domain/reporting/compiled-rows.ts';
import { reportQueries } from '../domain/reporting/queries.ts';
import { resultsPrefix, type ReportsBucket } from './reports-bucket.ts';

/** A query that would read more is refused before it costs: about ten cents at 5 dollars a terabyte. */
const mostBytesScanned = 20 * 2 ** 30;

interface ReportQueriesProps {
  administration: Pick<Administration, 'id' | 'retentionDays'>;
  key: IKey;
  reports: ReportsBucket;
}

/**
 * The compiled days as tables of Athena, and a query for each group of figures: for a reporting team, and for days that outgrow one function. Who may
 * run them is the account's to say.
 */
export class ReportQueries extends Construct {
  readonly #props: ReportQueriesProps;
  readonly #databaseName: string;

  constructor(scope: Construct, id: string, props: ReportQueriesProps) {
    super(scope, id);
    this.#props = props;
    // Glue has lower case, digits and underscores only.
    this.#databaseName = `rappel_${props.administration.id.replaceAll('-', '_')}`;
    const database = new CfnDatabase(this, 'Database', {
      catalogId: Stack.of(this).account,
      databaseInput: {
        name: this.#databaseName,
        description: 'Calls, promises, SMS and persons by local day; the columns are described in docs/metrics.md',
      },
    });
    const tables = Object.keys(columns) as CompiledTable[];
    for (const table of tables) this.#table(table).addResourceDependency(database);
    const workGroup = this.#workGroup();
    for (const { name, description, sql } of reportQueries) {
      const query = new CfnNamedQuery(this, `Query-${name}`, {
        database: this.#databaseName,
        workGroup: workGroup.ref,
        name,
        description,
        queryString: tables.reduce((text, table) => text.replaceAll(`{${table}}`, this.#nameOf(table)), sql),
      });
      query.addResourceDependency(database);
    }
  }

  #nameOf(table: CompiledTable): string {
    return `"${this.#databaseName}"."${table}"`;
  }

  /** Days are projected, not listed: a day that was compiled a moment ago is there at once, and nothing has to be repaired. */
  #table(name: CompiledTable): CfnTable {
    const { administration, reports } = this.#props;
    const location = `s3://${reports.bucketName}/compiled/${name}/`;
    return new CfnTable(this, `Table-${name}`, {
      catalogId: Stack.of(this).account,
      databaseName: this.#databaseName,
      tableInput: {
        name,
        tableType: 'EXTERNAL_TABLE',
        partitionKeys: [{ name: 'day', type: 'string' }],
        parameters: {
          EXTERNAL: 'TRUE',
          classification: 'json',
          'projection.enabled': 'true',
          'projection.day.type': 'date',
          'projection.day.format': 'yyyy-MM-dd',
          // Athena counts in UTC: east of it, the local day is already the next one.
          'projection.day.range': `NOW-${administration.retentionDays.reports}DAYS,NOW+1DAYS`,
          'projection.day.interval': '1',
          'projection.day.interval.unit': 'DAYS',
          'storage.location.template': `${location}day=\${day}/`,
        },
        storageDescriptor: {
          columns: columns[name].map((column) => ({ ...column })),
          location,
          inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
          outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
          serdeInfo: { serializationLibrary: 'org.openx.data.jsonserde.JsonSerDe' },
        },
      },
    });
  }

  /** Results are encrypted, forgotten in days, and nobody's client may say otherwise. */
  #workGroup(): CfnWorkGroup {
    const { administration, key, reports } = this.#props;
    return new CfnWorkGroup(this, 'WorkGroup', {
      name: `rappel-${administration.id}`,
      description: `The reports of ${administration.id}`,
      recursiveDeleteOption: true,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: mostBytesScanned,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: `s3://${reports.bucketName}/${resultsPrefix}`,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: key.keyArn },
        },
      },
    });
  }
}
