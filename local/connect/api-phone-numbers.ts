import { ServiceError } from '../http-endpoint.ts';

export interface PhoneNumber {
  arn: string;
  /** E.164. */
  number: string;
  /** ARN of the instance that it is claimed to: another one's before it is taken over. */
  targetArn: string;
}

/** The account's numbers, as the custom resources that place and attach one see them. */
export class PhoneNumbers {
  readonly #numbers = new Map<string, PhoneNumber & { flowId?: string | undefined }>();

  constructor(numbers: PhoneNumber[]) {
    for (const each of numbers) this.#numbers.set(lastPart(each.arn), { ...each });
  }

  describe(idOrArn: string): unknown {
    const { arn, number, targetArn } = this.#find(idOrArn);
    return {
      ClaimedPhoneNumberSummary: {
        PhoneNumberId: lastPart(arn),
        PhoneNumberArn: arn,
        PhoneNumber: number,
        PhoneNumberCountryCode: 'FR',
        PhoneNumberType: 'DID',
        TargetArn: targetArn,
        InstanceId: lastPart(targetArn),
        PhoneNumberStatus: { Status: 'CLAIMED' },
      },
    };
  }

  /** A flow stays behind on the instance that the number leaves. */
  update(idOrArn: string, targetArn: string): unknown {
    const number = this.#find(idOrArn);
    if (number.targetArn !== targetArn) number.flowId = undefined;
    number.targetArn = targetArn;
    return { PhoneNumberId: lastPart(number.arn), PhoneNumberArn: number.arn };
  }

  attach(idOrArn: string, instanceId: string, flowId: string): unknown {
    this.#onInstance(idOrArn, instanceId).flowId = flowId;
    return {};
  }

  detach(idOrArn: string, instanceId: string): unknown {
    this.#onInstance(idOrArn, instanceId).flowId = undefined;
    return {};
  }

  /** Id of the flow that the number enters, if any. */
  flowOf(idOrArn: string): string | undefined {
    return this.#find(idOrArn).flowId;
  }

  #onInstance(idOrArn: string, instanceId: string): PhoneNumber & { flowId?: string | undefined } {
    const number = this.#find(idOrArn);
    if (lastPart(number.targetArn) === lastPart(instanceId)) return number;
    throw new ServiceError('ResourceNotFoundException', 'The phone number is not claimed to this instance', 404);
  }

  #find(idOrArn: string): PhoneNumber & { flowId?: string | undefined } {
    const number = this.#numbers.get(lastPart(idOrArn));
    if (number) return number;
    throw new ServiceError('ResourceNotFoundException', 'No such phone number', 404);
  }
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
