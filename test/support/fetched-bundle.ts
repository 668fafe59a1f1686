import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { expect } from 'vitest';
import { BUNDLE_DESCRIPTION } from '../../functions/_http/bundle-operation.ts';
import type { EvidenceDocuments } from '../../functions/_ports/bundle-ports.ts';
import type { BundleApiPorts } from '../../functions/bundle-api/answer-bundle.ts';
import { bundleApi } from '../../functions/bundle-api/bundle-api.ts';

/** Asks the function for a bundle, on ports of the test’s own. */
export const bundleOf = (
  { evidence, ...ports }: BundleApiPorts & { readonly evidence?: EvidenceDocuments },
  caseId: string,
) => {
  const answer = bundleApi(ports, evidence);
  const fetched = async (person: string, rest: string) => {
    const [path = '', query = ''] = rest.split('?');
    return answer(
      {
        version: '2.0',
        routeKey: `GET ${BUNDLE_DESCRIPTION.path}`,
        rawPath: `/cases/${caseId}/escalations/${path}`,
        rawQueryString: query,
        headers: person === '' ? {} : { authorization: `Bearer ${person}` },
        pathParameters: { case: caseId, escalation: path.replace('/bundle', '') },
        queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
        requestContext: { domainName: 'veedor.example' } as APIGatewayProxyEventV2['requestContext'],
        isBase64Encoded: false,
      },
      { awsRequestId: 'test' } as Context,
    );
  };
  return {
    fetched,
    bytes: async (person: string, rest = 'escalation-1/bundle'): Promise<Uint8Array> => {
      const { statusCode, body = '' } = await fetched(person, rest);
      expect([rest, statusCode]).toEqual([rest, 200]);
      return Uint8Array.from(Buffer.from(body, 'base64'));
    },
  };
};
