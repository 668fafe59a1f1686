import type { ENDPOINTS } from '../acts/endpoints.ts';
import type { ActSaid, ChoicesSaid, FieldSaid } from './act-words.ts';

const REGISTER_WEBHOOK: ActSaid = {
  does: ['Registrar un webhook', 'Registrar um webhook', 'Register a webhook'],
  says: [
    'Al registrarlo se muestra, una sola vez, el secreto con que se firman los mensajes.',
    'Ao registrá-lo é mostrado, uma única vez, o segredo com que as mensagens são assinadas.',
    'Once registered, the secret that signs the messages is shown a single time.',
  ],
};

const REGISTER_MAILBOX: ActSaid = {
  does: ['Registrar un buzón', 'Registrar uma caixa de correio', 'Register a mailbox'],
  says: [
    'Se le envía un código: hasta que la institución lo confirme, no recibe nada más.',
    'É enviado um código: até que a instituição o confirme, não recebe mais nada.',
    'A code is sent there: until the institution confirms it, it receives nothing else.',
  ],
};

export const ENDPOINT_ACTS = {
  'register-webhook': REGISTER_WEBHOOK,
  'register-mailbox': REGISTER_MAILBOX,
  'register-own-webhook': REGISTER_WEBHOOK,
  'register-own-mailbox': REGISTER_MAILBOX,
  'ping-endpoint': { does: ['Enviar un mensaje de prueba', 'Enviar uma mensagem de teste', 'Send a test message'] },
  'rotate-endpoint-secret': {
    does: ['Cambiar el secreto', 'Trocar o segredo', 'Replace the secret'],
    says: [
      'Durante un día firman los dos, para que nada se pierda.',
      'Durante um dia os dois assinam, para que nada se perca.',
      'For a day both sign, so that nothing is lost.',
    ],
  },
  'ask-endpoint-confirmation': { does: ['Enviar otro código', 'Enviar outro código', 'Send another code'] },
  'disable-endpoint': {
    does: ['Desactivar', 'Desativar', 'Disable'],
    says: [
      'Lo que le toque mientras tanto queda apartado y se podrá reenviar.',
      'O que lhe caiba nesse meio-tempo fica à parte e poderá ser reenviado.',
      'What is meant for it meanwhile is parked, and can be sent again.',
    ],
  },
  'enable-endpoint': { does: ['Activar', 'Ativar', 'Enable'] },
  'replay-delivery': { does: ['Reenviar', 'Reenviar', 'Send again'] },
  'replay-case-delivery': { does: ['Reenviar', 'Reenviar', 'Send again'] },
} as const satisfies Readonly<Record<keyof typeof ENDPOINTS, ActSaid>>;

export const ENDPOINT_FIELDS = {
  endpointOwner: { label: ['De quién es', 'De quem é', 'Whose it is'] },
  endpointOrganisation: {
    label: ['Código de la organización', 'Código da organização', 'Code of the organisation'],
    hint: [
      'El que usted elija: minúsculas, números y guiones.',
      'O que você escolher: minúsculas, números e hifens.',
      'Of your choice: small letters, digits and hyphens.',
    ],
  },
  endpointAuthority: { label: ['Autoridad de control', 'Autoridade de controle', 'Control authority'] },
  endpointProfile: {
    label: ['Perfil cuyos casos atiende', 'Perfil cujos casos atende', 'Profile whose cases it serves'],
  },
  endpointKinds: {
    label: ['Tipos de hechos', 'Tipos de fatos', 'Types of facts'],
    hint: [
      'Por ejemplo escalation.sent.v1. Vacío: todos los que le conciernen.',
      'Por exemplo escalation.sent.v1. Vazio: todos os que lhe dizem respeito.',
      'Such as escalation.sent.v1. Empty: all that concern it.',
    ],
  },
  webhook: { label: ['Webhook', 'Webhook', 'Webhook'] },
  webhookUrl: {
    label: ['Dirección (URL)', 'Endereço (URL)', 'Address (URL)'],
    hint: ['Comienza por https://.', 'Começa por https://.', 'It begins with https://.'],
  },
  webhookMovedTo: {
    label: ['Nueva dirección, si cambió', 'Novo endereço, se mudou', 'New address, if it moved'],
  },
  mailbox: { label: ['Buzón', 'Caixa de correio', 'Mailbox'] },
  mailboxAddress: {
    label: ['Correo de la institución', 'E-mail da instituição', 'Mail address of the institution'],
  },
  mailboxLanguage: { label: ['Idioma de los mensajes', 'Idioma das mensagens', 'Language of the messages'] },
} as const satisfies Readonly<Record<string, FieldSaid>>;

export const ENDPOINT_CHOICES = {
  languages: {
    es: ['Español', 'Espanhol', 'Spanish'],
    pt: ['Portugués', 'Português', 'Portuguese'],
    en: ['Inglés', 'Inglês', 'English'],
  },
  endpointOwners: {
    organisation: ['Una organización', 'Uma organização', 'An organisation'],
    'control-authority': ['Una autoridad de control', 'Uma autoridade de controle', 'A control authority'],
  },
  endpointStates: {
    enabled: ['Activo', 'Ativo', 'Enabled'],
    disabled: ['Desactivado', 'Desativado', 'Disabled'],
  },
  endpointServes: {
    'every-case': ['Todos los casos', 'Todos os casos', 'Every case'],
    'cases-of-profile': ['Los casos de su perfil', 'Os casos do seu perfil', 'The cases of its profile'],
    'cases-of-registrant': [
      'Los casos en que está acreditado quien lo registró',
      'Os casos em que está credenciado quem o registrou',
      'The cases in which its registrant is accredited',
    ],
  },
  deliveryStates: {
    pending: ['En curso', 'Em curso', 'Under way'],
    delivered: ['Entregado', 'Entregue', 'Delivered'],
    parked: ['Sin entregar', 'Não entregue', 'Given up'],
  },
  attempts: {
    delivered: ['Entregado', 'Entregue', 'Delivered'],
    refused: ['Lo rechazó', 'Recusou', 'Refused it'],
    redirected: ['Respondió con otra dirección', 'Respondeu com outro endereço', 'Answered with another address'],
    gone: ['Ya no existe', 'Já não existe', 'Gone'],
    'timed-out': ['No respondió a tiempo', 'Não respondeu a tempo', 'Did not answer in time'],
    unreachable: ['Inalcanzable', 'Inalcançável', 'Unreachable'],
    'name-unknown': ['El nombre no existe', 'O nome não existe', 'The name does not exist'],
    'address-forbidden': ['Dirección no permitida', 'Endereço não permitido', 'Address not allowed'],
    'no-address': ['Sin dirección', 'Sem endereço', 'No address'],
    unconfirmed: ['Buzón sin confirmar', 'Caixa não confirmada', 'Mailbox not confirmed'],
  },
} as const satisfies Readonly<Record<string, ChoicesSaid>>;
