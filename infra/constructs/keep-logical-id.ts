import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Fixes the logical id of something that holds data. CloudFormation replaces a resource whose id changes, and an id computed from the
 * tree of constructs changes whenever somebody tidies the tree.
 */
export const keepLogicalId = (construct: IConstruct, logicalId: string): void => {
  const resource = construct.node.defaultChild;
  if (resource === undefined || !CfnResource.isCfnResource(resource)) {
    throw new Error(`${construct.node.path} has no resource whose logical id could be kept.`);
  }
  resource.overrideLogicalId(logicalId);
};
