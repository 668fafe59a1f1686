import { webhookSender } from '../../functions/_ports/aws/webhook-sender.ts';
import type { Mail, Mailer } from '../../functions/_ports/outbox-ports.ts';
import { type DeliveryPorts, deliverNotices } from '../../functions/deliver-notices/deliver-notices.ts';
import { keepNotices } from '../../functions/keep-notices/keep-notices.ts';
import { deliver } from './deliver.ts';
import { type House, newHouse } from './house.ts';
import { JOURNEYS, journeyBegins, travel } from './journey.ts';
import type { Step } from './journey-step.ts';

/** A mailer that keeps what it is given, but for addresses that it is told to refuse. */
export const memoryMailer = (): Mailer & {
  readonly sent: readonly Mail[];
  readonly forget: () => void;
  readonly refuse: (address: string) => void;
} => {
  const sent: Mail[] = [];
  const refusing: string[] = [];
  return {
    sent,
    forget: () => void sent.splice(0),
    refuse: (address) => void refusing.push(address),
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
  /** Somebody gives an address and confirms it with the code that came there; the mail itself is forgotten. */
  readonly liveAt: (person: string, address: string) => Promise<void>;
  /** An institution confirms the mailbox of an endpoint with the code that came there; the mail itself is forgotten. */
  readonly confirm: (endpoint: string) => Promise<void>;
}

/** The code in a mail that asks whether an address may be used. */
export const codeIn = ({ text }: Pick<Mail, 'text'>): string => /^[A-Za-z0-9_-]{43}$/m.exec(text)?.[0] ?? '';

const TIMEOUT_MILLISECONDS = 1_000;
const ESCALATING = JOURNEYS['integrity-pact'].findIndex(({ path }) => path === '/escalations') + 1;
const ESCALATION = JOURNEYS['integrity-pact'][ESCALATING - 1] as Step;

export const openPostOffice = (options: { allowed: readonly string[] }): PostOffice => {
  const allowed = new Set(options.allowed);
  const house = newHouse(journeyBegins);
  for (const host of allowed) (house.allowedHosts as Set<string>).add(host);
  const mailer = memoryMailer();
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
  const run = deliverNotices(ports);
  const confirmed = async (person: string, path: string): Promise<void> => {
    await run();
    const code = codeIn(mailer.sent.at(-1) ?? { text: '' });
    const { status } = await post(person, `${path}/confirmation`, { code });
    if (status !== 200) throw new Error(`It could not be confirmed: ${status}.`);
    mailer.forget();
  };
  return {
    house,
    mailer,
    ports,
    post,
    run,
    tell,
    liveAt: async (person, address) => {
      await post(person, '/me/mail-address', { address });
      await confirmed(person, '/me/mail-address');
    },
    confirm: (endpoint) => confirmed('administrator-1', `/endpoints/${endpoint}`),
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
