import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Table } from '../../functions/_ports/aws/table.ts';

/** One thing that a function asks of the table, as IAM sees it. */
export interface Asked {
  readonly action: string;
  /** The index that is asked, if any. */
  readonly index?: string;
  readonly partitions: readonly string[];
  readonly attributes: readonly string[];
  readonly enclosing?: string;
}

/** A statement of a policy about the table; `index` is undefined for the table itself. */
export interface Statement {
  readonly actions: readonly string[];
  readonly index: string | undefined;
  readonly conditions: Conditions;
}

type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** What of a request's input decides about its permission. */
interface Input {
  readonly Key?: Key;
  readonly Item?: Key;
  readonly IndexName?: string;
  readonly ExpressionAttributeValues?: Readonly<Record<string, { readonly S: string }>>;
  readonly RequestItems?: Readonly<Record<string, { readonly Keys: readonly Key[] }>>;
  readonly TransactItems?: ReadonlyArray<Readonly<Record<string, Input>>>;
}

interface Key {
  readonly pk: { readonly S: string };
}

/** What `act` asks of the table, without a table: the SDK's own client, stopped before it sends. */
export const askedBy = async (act: (table: Table) => Promise<unknown>): Promise<readonly Asked[]> => {
  const asked: Asked[] = [];
  const client = new DynamoDBClient({ region: 'nowhere-1' });
  client.middlewareStack.add(
    (_next, context) =>
      async ({ input }) => {
        asked.push(...asksOf(String(context['commandName']).replace('Command', ''), input as Input));
        return { output: { $metadata: {} }, response: {} };
      },
    { step: 'initialize', priority: 'high' },
  );
  await act({ client, name: 'record' });
  return asked;
};

const asksOf = (action: string, input: Input): readonly Asked[] => {
  switch (action) {
    case 'TransactWriteItems':
      return parts(input.TransactItems ?? []).map(
        ({ name, part }) => ({ ...asksOf(name, part)[0], enclosing: action }) as Asked,
      );
    case 'BatchGetItem': {
      const keys = Object.values(input.RequestItems ?? {}).flatMap(({ Keys }) => Keys);
      return [{ action, partitions: keys.map(partitionOf), attributes: [] }];
    }
    case 'Query':
      return [
        { action, partitions: [input.ExpressionAttributeValues?.[':p']?.S ?? ''], attributes: [], ...indexOf(input) },
      ];
    case 'PutItem':
      return [{ action, partitions: [partitionOf(input.Item)], attributes: Object.keys(input.Item ?? {}) }];
    case 'GetItem':
    case 'UpdateItem':
    case 'DeleteItem':
    case 'ConditionCheckItem':
      return [{ action, partitions: [partitionOf(input.Key)], attributes: [] }];
    default:
      throw new Error(`Nobody has thought about the permission to ${action}.`);
  }
};

const partitionOf = (key: Key | undefined): string => key?.pk.S ?? '';
const indexOf = (input: Input): { index?: string } => (input.IndexName === undefined ? {} : { index: input.IndexName });

const ACTION_OF_PART: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

const parts = (items: ReadonlyArray<Readonly<Record<string, Input>>>) =>
  items.flatMap((item) => Object.entries(item).map(([kind, part]) => ({ name: ACTION_OF_PART[kind] ?? kind, part })));

/** Whether one of the statements covers what is asked. It knows the operators that our policies use, and no others. */
export const covers = (statements: readonly Statement[], asked: Asked): boolean =>
  statements.some(
    ({ actions, index, conditions }) =>
      actions.includes(`dynamodb:${asked.action}`) &&
      index === asked.index &&
      Object.entries(conditions).every(([operator, keys]) =>
        Object.entries(keys).every(([key, wanted]) => holds(operator, [wanted].flat(), valuesOf(key, asked))),
      ),
  );

const valuesOf = (key: string, asked: Asked): readonly string[] => {
  switch (key) {
    case 'dynamodb:LeadingKeys':
      return asked.partitions;
    case 'dynamodb:Attributes':
      return asked.attributes;
    case 'dynamodb:EnclosingOperation':
      return asked.enclosing === undefined ? [] : [asked.enclosing];
    default:
      throw new Error(`Nobody has thought about the condition key ${key}.`);
  }
};

const holds = (operator: string, wanted: readonly string[], values: readonly string[]): boolean => {
  const matches = (value: string): boolean => wanted.some((pattern) => isLike(value, pattern));
  switch (operator) {
    case 'ForAllValues:StringLike':
    case 'ForAllValues:StringEquals':
      return values.every(matches);
    case 'ForAnyValue:StringEquals':
      return values.some(matches);
    case 'ForAnyValue:StringNotLike':
      return values.some((value) => !matches(value));
    case 'Null':
      return (values.length === 0) === (wanted[0] === 'true');
    default:
      throw new Error(`Nobody has thought about the operator ${operator}.`);
  }
};

const isLike = (value: string, pattern: string): boolean =>
  pattern.endsWith('*') ? value.startsWith(pattern.slice(0, -1)) : value === pattern;
