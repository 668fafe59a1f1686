/** One call of a port on its way: `call` lets it happen, once, or never. */
export interface PortCall {
  readonly method: string;
  readonly input: unknown;
  readonly call: () => Promise<unknown>;
}

export type Around = (call: PortCall) => Promise<unknown>;

/** The same port with something around each of its calls: a counter, a failure, a lost race. */
export const around = <Port extends object>(port: Port, intervene: Around): Port =>
  Object.fromEntries(
    Object.entries(port).map(([method, act]: [string, (input: unknown) => Promise<unknown>]) => [
      method,
      (input: unknown) => intervene({ method, input, call: () => act(input) }),
    ]),
  ) as Port;

/** How often each method was called. */
export interface Counted {
  readonly calls: Readonly<Record<string, number>>;
  readonly around: Around;
  readonly reset: () => void;
}

export const counting = (): Counted => {
  const calls: Record<string, number> = {};
  return {
    calls,
    around: ({ method, call }) => {
      calls[method] = (calls[method] ?? 0) + 1;
      return call();
    },
    reset: () => {
      for (const method of Object.keys(calls)) delete calls[method];
    },
  };
};

/** The process ended here, as far as the code under test can tell. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Lets a run crash at its `at`th call of any port, counted from 1: before the call takes effect, or after. */
export const crashing = (at: number, when: 'before' | 'after'): { around: Around; calls: () => number } => {
  let calls = 0;
  return {
    calls: () => calls,
    around: async ({ method, call }) => {
      calls += 1;
      if (calls !== at) return call();
      if (when === 'after') await call();
      throw new Crash(`${when} call ${at}: ${method}`);
    },
  };
};
