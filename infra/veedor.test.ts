import { Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { newApp, resourcesIn, someCloud } from '../test/support/cloud.ts';
import { readSettings } from './settings.ts';

const findings = (scope: IConstruct) => new AwsSolutionsChecks().validateScope(scope).violations;

/** What was acknowledged, where, and why. */
const acknowledged = (scope: IConstruct) =>
  scope.node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>))
      .map(([rule, reason]) => ({ path: construct.node.path, rule: rule.replace(/^\w+::/, ''), reason })),
  );

describe('the cloud', () => {
  it('leaves no finding of AwsSolutions without an answer', () => {
    expect(findings(someCloud().app)).toEqual([]);
  });

  it('cannot be made while a finding has no answer', () => {
    const { app, record } = someCloud();
    new Bucket(record, 'Careless');
    expect(
      findings(app).flatMap(({ violatingResources }) => violatingResources.map(({ constructPath }) => constructPath)),
    ).toContain('VeedorRecord/Careless/Resource');
    expect(() => resourcesIn(record)).toThrow('AwsSolutions-S1');
  });

  it('answers a finding with a reason, beside the resource that it concerns', () => {
    const answers = acknowledged(someCloud().app);
    for (const { reason } of answers) expect(reason).toMatch(/^[A-Z].{60,}\.$/);
    for (const { path } of answers) expect(path.split('/').length).toBeGreaterThan(2);
    // By where files stand in the bucket of documents.
    const rules = answers.map(({ rule }) =>
      rule
        .replace(/\[Resource::.*Documents.*\/\*\]$/, '[documents]')
        .replace(/\[Resource::.*OpenData.*\/\*\]$/, '[open data]'),
    );
    expect([...new Set(rules)].toSorted()).toEqual([
      'AwsSolutions-APIG4',
      'AwsSolutions-CFR1',
      'AwsSolutions-CFR2',
      'AwsSolutions-CFR3',
      'AwsSolutions-CFR4',
      'AwsSolutions-IAM5[Resource::*]',
      'AwsSolutions-IAM5[documents]',
      'AwsSolutions-IAM5[open data]',
      'AwsSolutions-S1',
      'AwsSolutions-SQS3',
    ]);
  });
});

describe('the settings of a deployment', () => {
  const settingsWith = (context: Record<string, unknown>) => {
    const app = newApp();
    for (const [key, value] of Object.entries(context)) app.node.setContext(key, value);
    return readSettings(app.node);
  };

  it('stand in cdk.json', () => {
    expect(settingsWith({})).toEqual({ webUrl: 'http://localhost:8080' });
  });

  it('say who hears the alarms', () => {
    expect(settingsWith({ 'veedor:alarmsEmail': 'somebody@veedor.example' })).toMatchObject({
      alarmsEmail: 'somebody@veedor.example',
    });
  });

  it.each([
    [{ 'veedor:webUrl': 'veedor' }, 'veedor:webUrl must be a URL'],
    [{ 'veedor:alarmsEmail': 'somebody' }, 'veedor:alarmsEmail must be a mail address'],
  ])('are refused when they cannot be meant: %o', (context, error) => {
    expect(() => settingsWith(context)).toThrow(error);
  });
});
