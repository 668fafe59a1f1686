/** One call of a port on its way: `call` lets it happen, once, or never. */
export interface PortCall {
  readonly method: string;
  readonly call: () => Promise<unknown>;
}

export type Around = (call: PortCall) => Promise<unknown>;

/** The same port with something around each of its calls: a counter, a failure, a lost race. */
export const around = <Port extends object>(port: Port, intervene: Around): Port =>
  Object.fromEntries(
    Object.entries(port).map(([method, act]: [string, (...inputs: unknown[]) => Promise<unknown>]) => [
      method,
      (...inputs: unknown[]) => intervene({ method, call: () => act(...inputs) }),
    ]),
  ) as Port;

/** How often each method was called. */
export interface Counted {
  readonly calls: () => Readonly<Record<string, number>>;
  readonly around: Around;
  readonly reset: () => void;
}

export const counting = (): Counted => {
  const calls = new Map<string, number>();
  return {
    calls: () => Object.fromEntries(calls),
    around: ({ method, call }) => {
      calls.set(method, (calls.get(method) ?? 0) + 1);
      return call();
    },
    reset: () => calls.clear(),
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

/** The same, of a process that is dead from then on: whatever it still tries does not happen. */
export const dying = (at: number, when: 'before' | 'after'): { around: Around; calls: () => number } => {
  const crash = crashing(at, when);
  return {
    calls: crash.calls,
    around: (call) => (crash.calls() < at ? crash.around(call) : Promise.reject(new Crash(`dead: ${call.method}`))),
  };
};
