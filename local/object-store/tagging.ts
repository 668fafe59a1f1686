import { textOf } from './checked-body.ts';
import type { Tag } from './description.ts';
import { checkTags } from './description.ts';
import { type S3Answer, type S3Request, xmlAnswer } from './exchange.ts';
import { S3Error } from './s3-error.ts';
import { type ObjectName, readableVersion, type Store, versionHeader } from './store.ts';
import { childrenOf, childText, parseDocument, xmlDocument } from './xml.ts';

const BODY_BYTES_MAX = 64 * 1024;

/** `GetObjectTagging`. */
export const getTagging = (store: Store, { target }: S3Request, name: ObjectName): S3Answer => {
  const { bucket, version } = readableVersion(store, name, target.query.get('versionId'));
  const tags = (version.about.tags ?? []).map(({ key, value }) => ({ Key: key, Value: value }));
  return xmlAnswer(xmlDocument('Tagging', { TagSet: { Tag: tags } }), versionHeader(bucket, version.versionId));
};

/** `PutObjectTagging`. */
export const putTagging = async (store: Store, request: S3Request, name: ObjectName): Promise<S3Answer> => {
  const root = parseDocument(await textOf(request, { bytesMax: BODY_BYTES_MAX }), 'Tagging');
  const tags = childrenOf(root, 'TagSet').flatMap((set) =>
    childrenOf(set, 'Tag').map((tag): Tag => {
      const [key, value] = [childText(tag, 'Key'), childText(tag, 'Value')];
      if (key === undefined || value === undefined) throw new S3Error('MalformedXML');
      return { key, value };
    }),
  );
  return { status: 200, headers: changeTags(store, { request, name }, checkTags(tags)) };
};

/** `DeleteObjectTagging`. */
export const deleteTagging = (store: Store, request: S3Request, name: ObjectName): S3Answer => ({
  status: 204,
  headers: changeTags(store, { request, name }, []),
});

const changeTags = (
  store: Store,
  { request, name }: { request: S3Request; name: ObjectName },
  tags: readonly Tag[],
): Record<string, string> =>
  store.tables.transaction(() => {
    const { bucket, version } = readableVersion(store, name, request.target.query.get('versionId'));
    store.versions.setDescription(version, { ...version.about, tags: [...tags] });
    return versionHeader(bucket, version.versionId);
  });
