import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { OpenDataFiles } from './constructs/open-data-files.ts';

/** What is published for everybody: files that can all be made again, under names that must not change. */
export class OpenDataStack extends Stack {
  readonly files: OpenDataFiles;

  constructor(scope: Construct, id: string) {
    super(scope, id, { description: 'Veedor: the static files of open data.' });
    this.files = new OpenDataFiles(this, 'OpenData');
    new CfnOutput(this, 'OpenDataUrl', {
      value: this.files.url,
      description: 'Where the files of open data are read.',
    });
  }
}
