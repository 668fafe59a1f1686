import {
  BadRequestException,
  MessageRejected,
  NotFoundException,
  SESv2Client,
  SendEmailCommand,
} from '@aws-sdk/client-sesv2';
import type { Mailer } from '../outbox-ports.ts';
import { outsideFailure } from './outside-failure.ts';

const ATTEMPTS_MAX = 3;
const TIMEOUT_MILLISECONDS = 5_000;
const UTF8 = 'UTF-8';

const sesClient = (): SESv2Client =>
  new SESv2Client({
    maxAttempts: ATTEMPTS_MAX,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: TIMEOUT_MILLISECONDS, throwOnRequestTimeout: true },
  });

/** What SES will say again however often it is asked: the address or the message is one that it does not take. */
const isRefusal = (error: unknown): boolean =>
  error instanceof MessageRejected || error instanceof BadRequestException || error instanceof NotFoundException;

/** Mail over Amazon SES, which builds the message: no header of it is put together here. */
export const sesMailer = (from: string, client: SESv2Client = sesClient()): Mailer => ({
  send: async ({ to, message, subject, text }) => {
    const command = new SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: [to] },
      Content: {
        Simple: {
          Subject: { Data: subject, Charset: UTF8 },
          Body: { Text: { Data: text, Charset: UTF8 } },
          // SES gives the message an id of its own; by this one a receiver knows a mail that was sent twice.
          Headers: [
            { Name: 'X-Veedor-Message', Value: message },
            { Name: 'Auto-Submitted', Value: 'auto-generated' },
          ],
        },
      },
    });
    try {
      await client.send(command);
      return 'accepted';
    } catch (error) {
      if (isRefusal(error)) return 'refused';
      throw outsideFailure('SES', error);
    }
  },
});
