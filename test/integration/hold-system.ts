import { AsyncLocalStorage } from 'node:async_hooks';
import { functionsOf, type LocalPorts } from '../../local/functions.ts';
import { startSystem } from '../../local/system.ts';

/**
 * Runs the real system until it is killed, and holds documents at the steps that its second argument names: `document-3` at
 * `before seal`. Whatever is held waits for ever; everything else goes on beside it, as it does where many functions run at once.
 */
const [folder = '', told = '{}'] = process.argv.slice(2);
const steps: Readonly<Record<string, string>> = JSON.parse(told);
const reached = new Map<string, PromiseWithResolvers<never>>();
const checking = new AsyncLocalStorage<string>();
const DOCUMENT = /document-\d+/;

const heldAt = async (document: string | undefined, step: string): Promise<void> => {
  const wanted = document === undefined ? undefined : (steps[document] ?? steps['*']);
  if (document === undefined || wanted !== step) return;
  console.log(`${document} is held ${step}.`);
  heldOne(document).reject(new Error('held'));
  await new Promise<never>(() => undefined);
};

/** Fails when the document is held. */
const heldOne = (document: string): PromiseWithResolvers<never> => {
  const known = reached.get(document) ?? Promise.withResolvers<never>();
  reached.set(document, known);
  known.promise.catch(() => undefined);
  return known;
};

/** Which document a call is about: the one that is being checked, or the one that is asked for. */
const documentOf = (asked: unknown): string | undefined =>
  checking.getStore() ?? DOCUMENT.exec(JSON.stringify([asked]))?.[0];

/** Every function of a port, held before and after. */
const holding = <Port extends object>(port: Port): Port =>
  new Proxy(port, {
    get: (target, name) => {
      const work: unknown = Reflect.get(target, name);
      if (typeof work !== 'function' || name === 'read') return work;
      return async (...asked: unknown[]) => {
        const document = documentOf(asked);
        await heldAt(document, `before ${String(name)}`);
        const answer: unknown = await Reflect.apply(work, target, asked);
        await heldAt(document, `after ${String(name)}`);
        return answer;
      };
    },
  });

const documentsOf = (documents: LocalPorts['documents']): LocalPorts['documents'] => ({
  ...holding(documents),
  put: async (request) => {
    const [place] = request.key.split('/');
    await heldAt(documentOf(request), `before put ${place}`);
    await documents.put(request);
    await heldAt(documentOf(request), `after put ${place}`);
  },
  async *read(key) {
    for await (const chunk of documents.read(key)) {
      yield chunk;
      await heldAt(documentOf(key), 'while it is read');
    }
  },
});

const casesOf = (cases: LocalPorts['cases']): LocalPorts['cases'] => ({
  ...cases,
  append: async (append) => {
    const [entry] = append.entries;
    const document = documentOf(entry);
    await heldAt(document, `before ${entry?.type}`);
    const appended = await cases.append(append);
    if (appended) await heldAt(document, `after ${entry?.type}`);
    return appended;
  },
});

const system = await startSystem({
  folder,
  port: 0,
  quiet: true,
  functions: (ports) => {
    const { check = async () => undefined, ...functions } = functionsOf({
      ...ports,
      documents: documentsOf(ports.documents),
      uploads: holding(ports.uploads),
      inspection: holding(ports.inspection),
      cases: casesOf(ports.cases),
    });
    const underWay = new Set<string>();
    return {
      ...functions,
      check: async (event) => {
        const document = DOCUMENT.exec(JSON.stringify(event))?.[0] ?? '';
        if (underWay.has(document)) throw new Error('held');
        underWay.add(document);
        const checked = checking.run(document, async () => {
          await heldAt(document, 'when it is told of');
          await check(event);
          await heldAt(document, 'when it was checked');
        });
        const over = checked.finally(() => underWay.delete(document));
        over.catch(() => undefined);
        await Promise.race([over, heldOne(document).promise]);
      },
    };
  },
});
process.on('SIGUSR2', () => void system.settled().then(() => console.log('settled')));
console.log(`holds ${system.url} `);
