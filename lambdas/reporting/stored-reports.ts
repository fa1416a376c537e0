import { reportPrefix, weekPrefix, type Report } from '../../domain/reporting/report-contract.ts';
import type { Bucket } from '../runtime/s3.ts';

const reportFile = 'report.json';
const firstPageFile = 'report.html';

/** The reports that the bucket has. What was not listed is not asked for: of an object that is not there S3 says so only to who may list everything. */
export class StoredReports {
  readonly #bucket: Pick<Bucket, 'text'>;
  readonly #writtenAt: Map<string, Date>;

  static async list(bucket: Pick<Bucket, 'list' | 'text'>): Promise<StoredReports> {
    const objects = await bucket.list('reports/');
    return new StoredReports(bucket, new Map(objects.map(({ key, modifiedAt }) => [key, modifiedAt])));
  }

  private constructor(bucket: Pick<Bucket, 'text'>, writtenAt: Map<string, Date>) {
    this.#bucket = bucket;
    this.#writtenAt = writtenAt;
  }

  /** The report of a day is the last of what is written of it. */
  dayWrittenAt(day: string): Date | undefined {
    return this.#writtenAt.get(reportPrefix(day) + reportFile);
  }

  weekWrittenAt(week: string): Date | undefined {
    return this.#writtenAt.get(weekPrefix(week) + firstPageFile);
  }

  /** A day or a week has been written since the listing. */
  note(prefix: string, at: Date): void {
    this.#writtenAt.set(prefix + reportFile, at);
    this.#writtenAt.set(prefix + firstPageFile, at);
  }

  /** Undefined where the day was never compiled. */
  async read(day: string): Promise<Report | undefined> {
    if (this.dayWrittenAt(day) === undefined) return undefined;
    const text = await this.#bucket.text(reportPrefix(day) + reportFile);
    return text === undefined ? undefined : (JSON.parse(text) as Report);
  }
}
