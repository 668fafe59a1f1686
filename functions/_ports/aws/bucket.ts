import { documentsEnvironment } from './environment.ts';

/** The bucket of one deployment: where it is reached, and with which key. */
export interface Bucket {
  readonly name: string;
  readonly region: string;
  /** An S3-compatible server instead of AWS: the bucket stands in its paths then. */
  readonly endpoint: string | undefined;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

/** The bucket that the environment names. Throws when it is incomplete: a link can only be signed with a key. */
export const bucketIn = (environment: NodeJS.ProcessEnv): Bucket => {
  const told = documentsEnvironment(environment);
  const accessKeyId = told.OBJECTS_ACCESS_KEY_ID ?? told.AWS_ACCESS_KEY_ID;
  const secretAccessKey = told.OBJECTS_SECRET_ACCESS_KEY ?? told.AWS_SECRET_ACCESS_KEY;
  const region = told.OBJECTS_REGION ?? told.AWS_REGION;
  if (accessKeyId === undefined || secretAccessKey === undefined || region === undefined)
    throw new Error('The environment is wrong or incomplete: there is no key or no region for the documents.');
  const sessionToken = told.OBJECTS_ACCESS_KEY_ID === undefined ? told.AWS_SESSION_TOKEN : undefined;
  return {
    name: told.DOCUMENTS_BUCKET,
    region,
    endpoint: told.OBJECTS_ENDPOINT,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
  };
};

/** Where the bucket itself is: forms are posted here, and keys stand below it. */
export const bucketUrl = ({ name, region, endpoint }: Bucket): URL =>
  new URL(endpoint === undefined ? `https://${name}.s3.${region}.amazonaws.com/` : `${endpoint}/${name}/`);
