import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, Grant, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { keepLogicalId } from './keep-logical-id.ts';

const DIRECTORY_INDEX = 'directory';
const DUE_INDEX = 'due';

/** The families of partitions, by the beginning of their key. IAM can tell partitions apart, never the items inside one. */
const CASES = 'CASE#*';
const RECEIPTS = 'RECEIPT#*';
const DEADLINES = 'DEADLINE#*';
const MILESTONES = 'MILESTONES#*';
const AGENDA = 'AGENDA#*';
/** What the function of the agenda keeps of its own: feeds by person and by secret, and plans of reassignments. */
const DESK = ['FEED#*', 'FEEDS#*', 'PLAN#*'] as const;
const ROSTER = 'ROSTER#*';
/** Who may sign in, and in which roles. */
const ACCESS = 'ACCESS#*';
const IMPORTS = 'IMPORT#*';
/** The cases of each person, and the list of people. */
const PEOPLE = ['PERSON#*', 'PEOPLE'] as const;
/** Contracting processes, and the list of their authorities. */
const REGISTRY = ['PROCESS#*', 'AUTHORITIES'] as const;
const NOTICES = 'NOTICES#*';
const ADDRESSES = 'ADDRESS#*';
const OUTBOX = 'OUTBOX#*';
const ENDPOINTS = 'ENDPOINT#*';
/** What scoreboard and coverage count. */
const TALLIES = 'TALLY#*';
/** The directory: a card for each case, and the lists in which it is looked for. */
const SEARCH = 'SEARCH#*';
/** What changed in all cases, in one order. */
const CHANGES = 'CHANGES#*';
const RENDERINGS = 'RENDERING#*';
/** What is published of cases as static files, and what of it is out of date. */
const OPEN_DATA = 'OPENDATA#*';

/**
 * The record: every case's events, what they commit to, and what is computed from them. Nobody updates or deletes in it: the table
 * refuses that to everyone, administrators included, except for deadlines, agendas and the directory, which are not part of the record. It outlives its stack,
 * and it can be wound back to any second of the last 35 days.
 */
export class RecordTable extends Construct {
  readonly tableName: string;
  readonly streamArn: string;
  private readonly tableArn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      globalSecondaryIndexes: [
        {
          indexName: DIRECTORY_INDEX,
          partitionKey: { name: 'listed', type: AttributeType.STRING },
          sortKey: { name: 'openedAt', type: AttributeType.STRING },
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: ['ocid', 'instrument', 'stage', 'condition'],
        },
        {
          indexName: DUE_INDEX,
          partitionKey: { name: 'dueShard', type: AttributeType.STRING },
          sortKey: { name: 'dueAt', type: AttributeType.STRING },
        },
      ],
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType.NEW_IMAGE,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      // A key of ours could be scheduled for deletion, and the record would be unreadable for ever: AWS's key cannot.
      encryption: TableEncryptionV2.dynamoOwnedKey(),
    });
    keepLogicalId(table, 'RecordTable');
    refuseRewriting(table);
    this.tableName = table.tableName;
    this.tableArn = table.tableArn;
    this.streamArn = streamArnOf(table);
  }

  /** Reads what stands in partitions whose key is known. Never a scan. */
  grantRead(reader: IGrantable): void {
    Grant.addToPrincipal({
      grantee: reader,
      actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
      resourceArns: [this.tableArn],
    });
  }

  /** Asks which cases there are. */
  grantList(reader: IGrantable): void {
    Grant.addToPrincipal({
      grantee: reader,
      actions: ['dynamodb:Query'],
      resourceArns: [`${this.tableArn}/index/${DIRECTORY_INDEX}`],
    });
  }

  /**
   * Appends to a case and leaves the receipt, only as part of a transaction. The head of a case is replaced by a put, so a put must be
   * allowed on the partition: that no event is ever replaced is the work of the transaction's conditions, of point-in-time recovery and
   * of the hash chain, which IAM cannot do.
   */
  grantAppend(writer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'],
      resourceArns: [this.tableArn],
      conditions: { ...onlyIn([CASES, RECEIPTS]), ...onlyInTransactions },
    });
  }

  /** Appends to entries of the roster and leaves the receipts, only as part of a transaction; and puts what became of imported rows. */
  grantEnrol(writer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'],
      resourceArns: [this.tableArn],
      conditions: { ...onlyIn([ROSTER, RECEIPTS]), ...onlyInTransactions },
    });
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem'],
      resourceArns: [this.tableArn],
      conditions: onlyIn([IMPORTS]),
    });
  }

  /** Appends to what is on record of those who may sign in and leaves the receipts, only as part of a transaction. */
  grantAdmit(writer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'],
      resourceArns: [this.tableArn],
      conditions: { ...onlyIn([ACCESS, RECEIPTS]), ...onlyInTransactions },
    });
  }

  /** Puts contracting processes, the authorities that they stand under, and which requests were begun. It cannot reach a case. */
  grantImport(writer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem'],
      resourceArns: [this.tableArn],
      conditions: onlyIn([...REGISTRY, IMPORTS]),
    });
  }

  /** Puts which cases somebody stands in. It cannot leave the partitions of people. */
  grantKeepAppointments(writer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem'],
      resourceArns: [this.tableArn],
      conditions: onlyIn(PEOPLE),
    });
  }

  /** Puts the milestones of cases. It cannot leave their partitions. */
  grantProject(writer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem'],
      resourceArns: [this.tableArn],
      conditions: onlyIn([MILESTONES]),
    });
  }

  /** Sets and removes deadlines together with the book of their case. It cannot leave the partitions of deadlines. */
  grantKeepDeadlines(writer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem', 'dynamodb:DeleteItem'],
      resourceArns: [this.tableArn],
      conditions: { ...onlyIn([DEADLINES]), ...onlyInTransactions },
    });
  }

  /** Writes items of agendas and moves them in their lists, together with the book of their case. It cannot leave these partitions. */
  grantKeepAgenda(writer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem', 'dynamodb:DeleteItem'],
      resourceArns: [this.tableArn],
      conditions: { ...onlyIn([AGENDA]), ...onlyInTransactions },
    });
  }

  /** Puts counts together with the book of what they count. It cannot leave these partitions, and needs no right to update in place. */
  grantKeepTallies(writer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem'],
      resourceArns: [this.tableArn],
      conditions: { ...onlyIn([TALLIES]), ...onlyInTransactions },
    });
  }

  /** Writes cards of cases and moves them in the lists of the directory, only in transactions. It cannot leave these partitions. */
  grantKeepDirectory(writer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem', 'dynamodb:DeleteItem'],
      resourceArns: [this.tableArn],
      conditions: { ...onlyIn([SEARCH]), ...onlyInTransactions },
    });
  }

  /** Adds to the list of what changed in all cases, only as part of a transaction. It cannot leave its partitions. */
  grantKeepChanges(writer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem'],
      resourceArns: [this.tableArn],
      conditions: { ...onlyIn([CHANGES]), ...onlyInTransactions },
    });
  }

  /** Puts what was rendered of reports. It cannot leave its partitions. */
  grantKeepRenderings(writer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem'],
      resourceArns: [this.tableArn],
      conditions: onlyIn([RENDERINGS]),
    });
  }

  /** Puts what is published of cases, and asks what of it is out of date. It cannot leave these partitions. */
  grantKeepOpenData(writer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem'],
      resourceArns: [this.tableArn],
      conditions: onlyIn([OPEN_DATA]),
    });
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:Query'],
      resourceArns: [`${this.tableArn}/index/${DUE_INDEX}`],
    });
  }

  /** Puts notices with the book of their case, and how people want to be told. It cannot leave these partitions. */
  grantKeepNotices(writer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem'],
      resourceArns: [this.tableArn],
      conditions: onlyIn([NOTICES]),
    });
  }

  /** Puts where people want mail to be sent. */
  grantKeepAddresses(writer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem'],
      resourceArns: [this.tableArn],
      conditions: onlyIn([ADDRESSES]),
    });
  }

  /** Puts what is to be delivered, and what became of it. It cannot leave the outbox. */
  grantSend(writer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem'],
      resourceArns: [this.tableArn],
      conditions: onlyIn([OUTBOX]),
    });
  }

  /** Puts where institutions want to be told. */
  grantKeepEndpoints(writer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem'],
      resourceArns: [this.tableArn],
      conditions: onlyIn([ENDPOINTS]),
    });
  }

  /** Asks which deliveries are due. */
  grantDeliver(deliverer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: deliverer,
      actions: ['dynamodb:Query'],
      resourceArns: [`${this.tableArn}/index/${DUE_INDEX}`],
    });
  }

  /** Keeps calendar feeds and plans of reassignments. Nothing of them is ever deleted: a feed is revoked. */
  grantDesk(writer: IGrantable): void {
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['dynamodb:PutItem'],
      resourceArns: [this.tableArn],
      conditions: onlyIn(DESK),
    });
  }

  /** Asks which deadlines are due, moves those that must wait and takes away those that are settled. */
  grantSweep(sweeper: IGrantable): void {
    Grant.addToPrincipal({
      grantee: sweeper,
      actions: ['dynamodb:Query'],
      resourceArns: [`${this.tableArn}/index/${DUE_INDEX}`],
    });
    Grant.addToPrincipal({
      grantee: sweeper,
      actions: ['dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
      resourceArns: [this.tableArn],
      conditions: onlyIn([DEADLINES]),
    });
  }

  /** Follows what is written, as it is written. */
  grantFollow(reader: IGrantable): void {
    Grant.addToPrincipal({
      grantee: reader,
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      resourceArns: [this.streamArn],
    });
  }
}

/** The second condition: without it, a request that names no key at all would satisfy the first. */
const onlyIn = (partitions: readonly string[]) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions },
  Null: { 'dynamodb:LeadingKeys': 'false' },
});

const onlyInTransactions = {
  'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] },
};

/**
 * Refusals of the table itself, stronger than any right a role may be given later by mistake. Erasing a content by law will need a
 * statement of its own here, seen and reviewed as a change of this file.
 */
const refuseRewriting = (table: TableV2): void => {
  const everyone = { effect: Effect.DENY, principals: [new AnyPrincipal()], resources: ['*'] };
  table.addToResourcePolicy(
    new PolicyStatement({
      ...everyone,
      sid: 'NobodyGoesRoundTheTransactions',
      actions: [
        'dynamodb:BatchWriteItem',
        'dynamodb:PartiQLInsert',
        'dynamodb:PartiQLUpdate',
        'dynamodb:PartiQLDelete',
      ],
    }),
  );
  table.addToResourcePolicy(
    new PolicyStatement({
      ...everyone,
      sid: 'NobodyRewritesTheRecord',
      actions: ['dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
      conditions: { 'ForAnyValue:StringNotLike': { 'dynamodb:LeadingKeys': [DEADLINES, AGENDA, SEARCH] } },
    }),
  );
};

const streamArnOf = (table: TableV2): string => {
  if (table.tableStreamArn === undefined) {
    throw new Error('The record must have a stream: it is the only way out of it.');
  }
  return table.tableStreamArn;
};
