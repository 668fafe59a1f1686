import { Stack } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { VeedorFunction } from './veedor-function.ts';

/** Sends mail from one address, by the identity of its domain in SES, and from no other. */
export const grantSendMail = (sender: VeedorFunction, from: string): void => {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  Grant.addToPrincipal({
    grantee: sender,
    actions: ['ses:SendEmail'],
    resourceArns: [Stack.of(sender).formatArn({ service: 'ses', resource: 'identity', resourceName: domain })],
    conditions: { StringEquals: { 'ses:FromAddress': from } },
  });
};
