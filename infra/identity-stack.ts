import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { People, type PeopleProps } from './constructs/people.ts';

/** Who people are, apart from what they do: the record knows them only by pseudonyms. */
export class IdentityStack extends Stack {
  readonly people: People;

  constructor(scope: Construct, id: string, props: PeopleProps) {
    super(scope, id, { terminationProtection: true, description: 'Veedor: who signs in, and in which roles.' });
    this.people = new People(this, 'People', props);
  }
}
