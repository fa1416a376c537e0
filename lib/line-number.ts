import { CustomResource } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ConnectFunction, type FunctionPlatform } from './connect-function.ts';
import { lastPart } from './contact-centre.ts';

/** An operator's number changes instance within a minute or two; CloudFormation waits for our answer. */
const placingSeconds = 300;
const attachingSeconds = 60;

interface LineNumberProps {
  platform: FunctionPlatform;
  number: { arn: string; takeOver: boolean };
  instanceArn: string;
  instanceId: string;
}

/** A number that exists already: placed on the instance, then attached to the inbound flow. Deletion only detaches it. */
export class LineNumber extends Construct {
  readonly arn: string;
  readonly placed: CustomResource;
  readonly #props: LineNumberProps;

  constructor(scope: Construct, id: string, props: LineNumberProps) {
    super(scope, id);
    this.#props = props;
    this.arn = props.number.arn;
    const { platform, number, instanceArn } = props;
    const place = new ConnectFunction(this, 'PlaceNumber', {
      platform,
      entry: 'contact-centre/place-number',
      description: 'Custom resource: moves the telephone number to the instance',
      environment: {},
      timeoutSeconds: placingSeconds,
      may: [
        new PolicyStatement({ actions: ['connect:DescribePhoneNumber'], resources: [number.arn] }),
        new PolicyStatement({ actions: ['connect:UpdatePhoneNumber'], resources: [number.arn, instanceArn] }),
      ],
    });
    this.placed = new CustomResource(this, 'PlacedNumber', {
      serviceToken: place.functionArn,
      resourceType: 'Custom::PlacedNumber',
      properties: { NumberArn: number.arn, InstanceArn: instanceArn, TakeOver: String(number.takeOver) },
    });
  }

  /** Calls to the number enter this flow, which must exist. */
  attachTo(flowArn: string): void {
    const { platform, number, instanceArn, instanceId } = this.#props;
    const attach = new ConnectFunction(this, 'AttachNumber', {
      platform,
      entry: 'contact-centre/attach-number',
      description: 'Custom resource: lets the telephone number enter the inbound flow',
      environment: {},
      timeoutSeconds: attachingSeconds,
      may: [
        new PolicyStatement({
          actions: ['connect:AssociatePhoneNumberContactFlow', 'connect:DisassociatePhoneNumberContactFlow'],
          resources: [number.arn, instanceArn, flowArn],
        }),
      ],
    });
    const attached = new CustomResource(this, 'AttachedNumber', {
      serviceToken: attach.functionArn,
      resourceType: 'Custom::AttachedNumber',
      properties: { NumberArn: number.arn, InstanceId: instanceId, FlowId: lastPart(flowArn) },
    });
    attached.node.addDependency(this.placed);
  }
}
