import { webhookSender } from '../../functions/_ports/aws/webhook-sender.ts';
import type { Mail, Mailer } from '../../functions/_ports/outbox-ports.ts';
import { type DeliveryPorts, deliverNotices } from '../../functions/deliver-notices/deliver-notices.ts';
import { keepNotices } from '../../functions/keep-notices/keep-notices.ts';
import { deliver } from './deliver.ts';
import { type House, newHouse } from './house.ts';
import { JOURNEYS, journeyBegins, travel } from './journey.ts';
import type { Step } from './journey-step.ts';

/** A mailer that keeps what it is given; an address that refuses is one of `refusing`. */
export const memoryMailer = (refusing: readonly string[] = []): Mailer & { readonly sent: readonly Mail[] } => {
  const sent: Mail[] = [];
  return {
    sent,
    send: async (mail) => {
      if (refusing.includes(mail.to)) return 'refused';
      sent.push(mail);
      return 'accepted';
    },
  };
};

export interface Shown {
  readonly id: string;
  readonly message: string;
  readonly kind: string;
  readonly state: string;
  readonly nextAttemptAt?: string;
  readonly attempts: readonly { readonly at: string; readonly outcome: string; readonly status?: number }[];
}

/** A house whose messages really go out: to receivers on this machine, and into a mailbox in memory. */
export interface PostOffice {
  readonly house: House;
  readonly mailer: ReturnType<typeof memoryMailer>;
  readonly ports: DeliveryPorts;
  /** Works off what is due. */
  readonly run: () => Promise<unknown>;
  /** Lets the facts of a case be told. */
  readonly tell: (caseId: string) => Promise<void>;
  /** A case that is about to be escalated, and goes there with `escalate`. */
  readonly caseBeforeEscalation: () => Promise<{ readonly caseId: string; readonly escalate: () => Promise<void> }>;
  readonly register: (body: object) => Promise<{ readonly id: string; readonly secret: string }>;
  readonly deliveries: (endpoint: string, person?: string) => Promise<readonly Shown[]>;
  readonly post: (person: string, path: string, body?: object) => Promise<{ status: number; body: unknown }>;
}

const TIMEOUT_MILLISECONDS = 1_000;
const ESCALATING = JOURNEYS['integrity-pact'].findIndex(({ path }) => path === '/escalations') + 1;
const ESCALATION = JOURNEYS['integrity-pact'][ESCALATING - 1] as Step;

export const openPostOffice = (options: { allowed: readonly string[]; refusing?: readonly string[] }): PostOffice => {
  const allowed = new Set(options.allowed);
  const house = newHouse(journeyBegins);
  for (const host of allowed) (house.allowedHosts as Set<string>).add(host);
  const mailer = memoryMailer(options.refusing);
  const ports: DeliveryPorts = {
    ...house,
    mailer,
    webhooks: webhookSender({ allowed, timeoutMilliseconds: TIMEOUT_MILLISECONDS }),
    publicUrl: 'https://veedor.example',
  };
  let keys = 0;
  const post = (person: string, path: string, body: object = {}) => {
    keys += 1;
    return house.post(person, path, { body, idempotencyKey: `post-${keys}` });
  };
  const tell = (caseId: string) => deliver(keepNotices(house), house.cases, caseId);
  return {
    house,
    mailer,
    ports,
    post,
    run: deliverNotices(ports),
    tell,
    caseBeforeEscalation: async () => {
      const caseId = await travel(house, 'integrity-pact', { steps: ESCALATING - 1 });
      // Receivers compare the time of a message with their own: theirs is the real one.
      house.clock.move(Date.now() - Date.parse(house.clock.now()));
      await tell(caseId);
      return {
        caseId,
        escalate: async () => {
          const { person, path, body } = ESCALATION;
          const { status } = await post(person, `/cases/${caseId}${path}`, body);
          if (status !== 201) throw new Error(`It could not be escalated: ${status}.`);
          await tell(caseId);
        },
      };
    },
    register: async (body) => {
      const answer = await post('administrator-1', '/endpoints', body);
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return answer.body as { id: string; secret: string };
    },
    deliveries: async (endpoint, person = 'administrator-1') => {
      const { body } = await house.get(person, `/endpoints/${endpoint}/deliveries`);
      return (body as { items: readonly Shown[] }).items;
    },
  };
};
