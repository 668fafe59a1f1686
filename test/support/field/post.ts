/** An observation as the other side has it. */
export interface Arrived {
  readonly case: string;
  readonly body: string;
  readonly files: Map<string, { readonly document: string; bytes?: string }>;
}

interface Given {
  readonly said: string;
  readonly answer: object;
}

/** The other side of the queue: commands by their keys, files by their hashes, and a store that takes bytes. */
export interface Post {
  readonly arrived: Map<string, Arrived>;
  /** Commands that came under a key that was used for something else. */
  readonly confused: string[];
  readonly fetch: (url: string, request: RequestInit) => Promise<Response>;
}

const wordIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const answerWith = (body: object, status = 200): Response => new Response(JSON.stringify(body), { status });

export const newPost = (): Post => {
  const arrived = new Map<string, Arrived>();
  const given = new Map<string, Given>();
  const confused: string[] = [];
  const once = (key: string, said: string, make: () => object): Response => {
    const before = given.get(key);
    if (before !== undefined && before.said !== said) {
      confused.push(key);
      return answerWith({ type: '/problems/idempotency-key-reused' }, 422);
    }
    const answer = before?.answer ?? make();
    given.set(key, { said, answer });
    return answerWith(answer);
  };
  const file = (caseId: string, said: string): object => {
    const body = JSON.parse(said) as { readonly attachedTo: string; readonly sha256: string };
    const files = arrived.get(body.attachedTo)?.files;
    if (files === undefined) throw new Error(`${said} hangs on nothing.`);
    const known = files.get(body.sha256) ?? { document: `document-${files.size + 1}` };
    files.set(body.sha256, known);
    const fields = { key: `${body.attachedTo}/${body.sha256}` };
    const upload = { kind: 'form', url: 'https://uploads.example/', fields, expiresAt: '' };
    const isThere = 'bytes' in known;
    return {
      case: caseId,
      document: known.document,
      ...(isThere ? { state: 'checking' } : { state: 'awaited', upload }),
    };
  };
  return {
    arrived,
    confused,
    fetch: async (url, request) => {
      if (request.body instanceof FormData) {
        const [thing = '', hash = ''] = wordIn(request.body.get('key')).split('/');
        const sent = request.body.get('file');
        const known = arrived.get(thing)?.files.get(hash);
        if (known === undefined || !(sent instanceof Blob)) return new Response('', { status: 403 });
        known.bytes = await sent.text();
        return new Response('', { status: 201 });
      }
      const [, caseId = '', kind] = /^\/cases\/([^/]+)\/(\w+)$/.exec(url) ?? [];
      const said = wordIn(request.body);
      const key = new Headers(request.headers).get('idempotency-key') ?? '';
      if (kind === 'documents') {
        // A file that is announced again is answered as it stands then.
        const known = once(key, said, () => ({}));
        return known.ok ? answerWith(file(caseId, said)) : known;
      }
      return once(key, said, () => {
        const created = `observation-${arrived.size + 1}`;
        arrived.set(created, { case: caseId, body: said, files: new Map() });
        return { case: caseId, version: arrived.size, created, recorded: [] };
      });
    },
  };
};
