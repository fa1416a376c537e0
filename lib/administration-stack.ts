import { Stack, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Administration } from '../domain/administration/administration.ts';
import { lineRules } from '../domain/administration/line-rules.ts';
import { Agents } from './agents.ts';
import { LineAlarms } from './alarms/line-alarms.ts';
import type { Bundles } from './bundles.ts';
import { CallFlows } from './call-flows.ts';
import { Callback } from './callback.ts';
import type { FunctionPlatform } from './connect-function.ts';
import { ContactCentre } from './contact-centre.ts';
import { requestFlow, transferFlow } from './flows/agent-flow-set.ts';
import { entryFlow, outboundFlow } from './flows/flow-set.ts';
import { Forgetting } from './forgetting.ts';
import { Foundation } from './foundation.ts';
import { Ledger } from './ledger.ts';
import { LineNumber } from './line-number.ts';
import { Operations } from './operations.ts';
import { Position } from './position.ts';
import { Reporting } from './reporting.ts';
import { ReportsBucket } from './reports-bucket.ts';
import { Sms } from './sms.ts';
import { Survey } from './survey.ts';
import { TestCases } from './test-cases.ts';
import { WallDashboard } from './wall-dashboard.ts';

interface AdministrationStackProps {
  administration: Administration;
  /** Numbers, E.164, of all administrations: as a caller ID they mean a forwarded call. */
  ownNumbers: readonly string[];
  bundles: Bundles;
}

/** One administration's telephone front door: the whole product on one screen. */
export class AdministrationStack extends Stack {
  readonly operations: Operations;
  readonly wall: WallDashboard;
  readonly reports: ReportsBucket;
  readonly reporting: Reporting;
  readonly forgetting: Forgetting;

  constructor(scope: Construct, { administration, ownNumbers, bundles }: AdministrationStackProps) {
    const { id, name, region, account, number } = administration;
    super(scope, `Rappel-${id}`, {
      description: `Rappel: the telephone line of ${name}`,
      env: { region, ...(account !== undefined && { account }) },
    });
    Validations.of(this).acknowledge({
      id: 'Annotation::@aws-cdk/core:Stack.templateSize',
      reason: 'Two thirds are the words of the flows; bin/app.ts refuses what CloudFormation would not take.',
    });
    const { key, secret: stored, deadLetters, alarms } = new Foundation(this, 'Foundation');
    const platform: FunctionPlatform = {
      bundles,
      key,
      deadLetters,
      logRetentionDays: administration.retentionDays.logs,
    };
    const rules = JSON.stringify(lineRules(administration, ownNumbers));
    // Resolved by CloudFormation when it deploys: the template holds a reference, the functions an encrypted variable.
    const secret = stored.secretValue.unsafeUnwrap();

    const centre = new ContactCentre(this, 'ContactCentre', { administration, key });
    const { instanceArn, instanceId } = centre;
    const ledger = new Ledger(this, 'Ledger', { key });
    const position = new Position(this, 'Position', { platform, rules, centre, ledger });
    const callback = new Callback(this, 'Callback', { platform, rules, secret, centre, ledger });
    const sms = new Sms(this, 'Sms', { platform, administration, ownNumbers, rules, secret, centre, ledger });
    const survey = new Survey(this, 'Survey', { platform, line: id, rules, secret, centre, ledger });
    this.operations = new Operations(this, 'Operations', { platform, administration, rules, centre, ledger });

    const hooks = { ...position.hooks, ...callback.hooks, ...sms.hooks, ...survey.hooks, ...this.operations.hooks };
    this.reports = new ReportsBucket(this, 'Reports', { key, retentionDays: administration.retentionDays.reports });
    const { reports } = this;
    this.reporting = new Reporting(this, 'Reporting', {
      platform,
      administration,
      rules,
      secret,
      instanceArn,
      key,
      reports,
    });
    this.forgetting = new Forgetting(this, 'Forgetting', {
      platform,
      line: id,
      rules,
      secret,
      centre,
      ledger,
      reports,
    });

    const flows = new CallFlows(this, 'Flows', { administration, centre, hooks });
    const agents = new Agents(this, 'Agents', { centre });
    agents.offerGuide(flows.arn(requestFlow));
    const dispatcher = callback.dialInto(flows.ids('callback-answered', administration.languages));
    if (administration.survey.afterNoAnswer) survey.callLater(flows.ids('later-survey', administration.languages));

    const line =
      number === 'none' ? undefined : new LineNumber(this, 'Number', { platform, number, instanceArn, instanceId });
    centre.callOut(flows.arn(outboundFlow), line);
    if (flows.has(transferFlow)) agents.passOn(flows.arn(transferFlow), administration);
    line?.attachTo(flows.arn(entryFlow));
    const watched = new LineAlarms(this, 'Alarms', {
      administration,
      instanceId,
      flows,
      hooks,
      dispatcher: dispatcher.function,
      deadLetters,
      topic: alarms,
    });
    this.wall = new WallDashboard(this, 'Wall', { administration, instanceId, alarms: watched });
    new TestCases(this, 'TestCases', { administration, centre }).tryOut(flows.arn(entryFlow), hooks);
  }
}
