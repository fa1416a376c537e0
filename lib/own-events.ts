import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { bookingEventSource } from '../domain/callback/contract.ts';

/** Puts events on the account's bus, under our own source only. */
export const allowOwnEvents = (scope: Construct): PolicyStatement =>
  new PolicyStatement({
    actions: ['events:PutEvents'],
    resources: [Stack.of(scope).formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' })],
    conditions: { StringEquals: { 'events:source': bookingEventSource } },
  });
