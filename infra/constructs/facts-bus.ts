import { Duration } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { EVENT_SOURCES } from '../../events/cloud-event.ts';

/** For how long a consumer that was wrong can be given everything again. After that, the record itself is the source. */
const REPLAY_DAYS = 90;

/** Where facts go out, after they are on record and never before. What passes is kept for a while, so that it can be replayed. */
export class FactsBus extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', { description: 'Facts on their way out of the record of Veedor.' });
    this.bus.archive('Archive', {
      description: 'Everything that passed, to be given again to a consumer that was wrong.',
      eventPattern: { source: [...EVENT_SOURCES] },
      retention: Duration.days(REPLAY_DAYS),
    });
  }

  /** Publishes in the name of the record, and in no other. */
  grantPublish(publisher: IGrantable): void {
    Grant.addToPrincipal({
      grantee: publisher,
      actions: ['events:PutEvents'],
      resourceArns: [this.bus.eventBusArn],
      conditions: {
        'ForAllValues:StringEquals': { 'events:source': [...EVENT_SOURCES] },
        Null: { 'events:source': 'false' },
      },
    });
  }
}
