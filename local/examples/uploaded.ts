import * as z from 'zod/mini';
import { WalkStopped } from '../walk/hand.ts';

const invited = z.object({ upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }) });
const UPLOAD_TIMEOUT_MS = 30_000;

/** Sends a file by the form that the API gave for it. */
export const uploaded = async (invitation: unknown, bytes: Buffer): Promise<void> => {
  const { url, fields } = invited.parse(invitation).upload;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), 'file');
  const { ok, status } = await fetch(url, {
    method: 'POST',
    body: form,
    signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
  });
  if (!ok) throw new WalkStopped(`A file could not be uploaded: ${status}.`);
};
