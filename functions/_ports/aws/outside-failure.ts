import { OutsideFailure } from '../ports.ts';

/** Turns whatever an outside service threw into the house’s word for it. Only the error’s name goes along: its text may quote the request. */
export const outsideFailure = (service: string, error: unknown): OutsideFailure =>
  new OutsideFailure(`${service}: ${error instanceof Error ? error.name : 'UnknownError'}`);

/** Awaits an outside service. Throws `OutsideFailure` for every failure. */
export const reached = async <T>(service: string, answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    throw outsideFailure(service, error);
  }
};
