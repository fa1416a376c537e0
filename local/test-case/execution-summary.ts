import { isoWithOffset } from '../../domain/administration/local-time.ts';
import { type Execution, failuresOf } from './run-test-case.ts';

/** What `GetTestCaseExecutionSummary` and `ListTestCaseExecutionRecords` answer, in their words. */
export interface ExecutionSummary {
  Name: string | null;
  Status: 'PASSED' | 'FAILED';
  /** ISO 8601, of the line's clock. */
  StartTime: string;
  EndTime: string;
  ObservationSummary: { TotalObservations: number; ObservationsPassed: number; ObservationsFailed: number };
  /** `Record` is why it failed. */
  ExecutionRecords: {
    ObservationId: string;
    Status: 'PASSED' | 'FAILED';
    Timestamp: string | null;
    Record: string | null;
  }[];
}

export function executionSummary(name: string | undefined, execution: Execution, timeZone: string): ExecutionSummary {
  const at = (milliseconds: number): string => isoWithOffset(new Date(milliseconds), timeZone);
  const { observations } = execution;
  const failed = failuresOf(execution).length;
  return {
    Name: name ?? null,
    Status: failed === 0 ? 'PASSED' : 'FAILED',
    StartTime: at(execution.startMilliseconds),
    EndTime: at(execution.endMilliseconds),
    ObservationSummary: {
      TotalObservations: observations.length,
      ObservationsPassed: observations.length - failed,
      ObservationsFailed: failed,
    },
    ExecutionRecords: observations.map(({ identifier, failure, atMilliseconds }) => ({
      ObservationId: identifier,
      Status: failure === undefined ? 'PASSED' : 'FAILED',
      Timestamp: atMilliseconds === undefined ? null : at(atMilliseconds),
      Record: failure ?? null,
    })),
  };
}
