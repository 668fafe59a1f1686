import type { ComponentChildren } from 'preact';
import { Asked, readAs } from '../app/asked.tsx';
import { isRecord } from '../app/kept-text.ts';
import { useTools } from '../app/tools.ts';

interface ReadOneProps<Body> {
  /** Under the API, with its query. Another one is another thing: it is read anew. */
  readonly path: string;
  /** Changes when it must be read anew. */
  readonly stamp?: unknown;
  readonly children: (body: Body) => ComponentChildren;
}

/** One thing of the API, once it is there. */
export const ReadOne = <Body extends object>({ path, stamp, children }: ReadOneProps<Body>) => {
  const { api } = useTools();
  // The API of the same house answered it: that there is a thing is all that is asked.
  const isBody = (body: unknown): body is Body => isRecord(body);
  return (
    <Asked
      key={path}
      ask={() => readAs(api, path, (body) => (isBody(body) ? body : undefined))}
      stamp={`${path} ${String(stamp)}`}
    >
      {(body) => children(body)}
    </Asked>
  );
};
