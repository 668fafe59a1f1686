/** What Lambda hands over from a queue, as far as it matters here. */
interface QueueDelivery {
  readonly Records: ReadonlyArray<{ readonly body: string }>;
}

/**
 * Unpacks what a queue hands over, so that a consumer sees the event as the bus sent it and need not know of the queue between them.
 * A failure is the consumer's own: it fails the run, and the message comes again until it is laid aside.
 */
export const fromQueue =
  (consume: (event: unknown) => Promise<void>) =>
  async ({ Records }: QueueDelivery): Promise<void> => {
    for (const { body } of Records) await consume(JSON.parse(body));
  };
