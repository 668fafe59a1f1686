import type { FormSender } from '../document-ports.ts';
import { OutsideFailure } from '../ports.ts';
import { reached } from './outside-failure.ts';

const TIMEOUT_MILLISECONDS = 10_000;

/** What a form asks to be answered. */
const CREATED = 201;

/** Posts forms to the store as a browser does: what it signed is all that it takes. */
export const httpFormSender: FormSender = {
  send: async ({ form, bytes }) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
    body.append('file', new Blob([bytes]), 'file');
    const status = await statusOf(form.url, body);
    if (status !== CREATED) throw new OutsideFailure(`S3: ${status}`);
  },
};

/** Neither an address nor a field of the form goes into what is told of a failure. */
const statusOf = async (url: string, body: FormData): Promise<number> => {
  const signal = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
  const answer = await reached('S3', fetch(url, { method: 'POST', body, signal }));
  await reached('S3', answer.arrayBuffer());
  return answer.status;
};
