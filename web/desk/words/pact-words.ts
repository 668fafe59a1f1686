import type { Words } from '../../../domain/languages.ts';
import {
  breachConsequence,
  dimension,
  pactSignatory,
  reportState,
} from '../../../domain/open-data/codes-of-follow-up.ts';
import { dissolutionCause } from '../../../domain/open-data/codes-of-watch.ts';
import type { ELECTION_WAYS } from '../../../events/vocabulary.ts';
import type { COMMITTEE_ACTS, PACT_ACTS } from '../acts/pact.ts';
import type { ActSaid, ChoicesSaid, FieldSaid } from './act-words.ts';
import { asPublished } from './said.ts';

export const PACT_ACT_WORDS = {
  'deposit-pact-text': {
    does: ['Depositar el texto del pacto', 'Depositar o texto do pacto', 'Deposit the text of the pact'],
    says: [
      'Si cambia el texto, quienes ya firmaron tendrán que firmar de nuevo.',
      'Se o texto mudar, quem já assinou terá de assinar de novo.',
      'If the text changes, whoever signed must sign again.',
    ],
  },
  'sign-pact-for-authority': {
    does: ['Firmar el pacto por la entidad', 'Assinar o pacto pelo órgão', 'Sign the pact for the authority'],
  },
  'register-bidder': { does: ['Registrar a un licitante', 'Registrar um licitante', 'Register a bidder'] },
  'sign-pact-for-bidder': { does: ['Firmar el pacto', 'Assinar o pacto', 'Sign the pact'] },
  'refuse-pact-for-bidder': {
    does: ['Registrar que se niega a firmar', 'Registrar a recusa em assinar', 'Record the refusal to sign'],
  },
  'report-pact-breach': {
    does: ['Denunciar un incumplimiento', 'Denunciar um descumprimento', 'Report a breach'],
    says: [
      'No se publica quién es hasta que se le oiga y se resuelva.',
      'Não se publica quem é até que seja ouvido e se decida.',
      'Who it is stays out of public sight until they were heard and it is ruled on.',
    ],
  },
  'answer-pact-breach': { does: ['Responder', 'Responder', 'Answer'] },
  'rule-on-pact-breach': {
    does: ['Resolver el incumplimiento', 'Decidir o descumprimento', 'Rule on the breach'],
  },
} as const satisfies Readonly<Record<keyof typeof PACT_ACTS, ActSaid>>;

export const COMMITTEE_ACT_WORDS = {
  'constitute-committee': {
    does: ['Registrar la constitución', 'Registrar a constituição', 'Record the constitution'],
    says: [
      'La comisión necesita presidencia y secretaría, y el acta firmada.',
      'A comissão precisa de presidência e secretaria, e da ata assinada.',
      'The committee needs a chair and a secretary, and the signed act.',
    ],
  },
  'extend-committee': { does: ['Prorrogar la comisión', 'Prorrogar a comissão', 'Extend the committee'] },
  'dissolve-own-committee': {
    does: ['Disolver la comisión', 'Dissolver a comissão', 'Dissolve the committee'],
    says: [
      'La comisión lo decide con el voto de más de la mitad de sus integrantes en funciones, y lo asienta en un acta.',
      'A comissão decide com o voto de mais da metade dos integrantes em exercício, e o registra em ata.',
      'The committee decides it by the votes of more than half of its members in office, and records it in its minutes.',
    ],
  },
  'dissolve-committee': { does: ['Disolver la comisión', 'Dissolver a comissão', 'Dissolve the committee'] },
} as const satisfies Readonly<Record<keyof typeof COMMITTEE_ACTS, ActSaid>>;

export const PACT_FIELDS = {
  pactFile: { label: ['Archivo con el texto', 'Arquivo com o texto', 'File with the text'] },
  pactTitle: { label: ['Título', 'Título', 'Title'] },
  pactLanguage: { label: ['Idioma', 'Idioma', 'Language'] },
  pactVersion: { label: ['Versión', 'Versão', 'Version'] },
  signedText: {
    label: ['Texto que se firma', 'Texto que se assina', 'Text that is signed'],
    hint: [
      'Si ya hay un texto depositado, es ese; puede elegir su archivo para comprobarlo.',
      'Se já há um texto depositado, é esse; pode escolher o seu arquivo para conferir.',
      'Where a text is on deposit, it is that one; you can choose your file to compare.',
    ],
  },
  bidderName: { label: ['Nombre o razón social', 'Nome ou razão social', 'Name'] },
  accused: { label: ['Quién incumplió', 'Quem descumpriu', 'Who breached it'] },
  pactProvision: { label: ['Compromiso que se incumplió', 'Compromisso descumprido', 'Commitment that was broken'] },
  circumstances: { label: ['Qué ocurrió', 'O que ocorreu', 'What happened'] },
  proofs: { label: ['Pruebas', 'Provas', 'Proof'] },
  breachAnswer: { label: ['Su respuesta', 'Sua resposta', 'Your answer'] },
  consequence: { label: ['Consecuencia', 'Consequência', 'Consequence'] },
  committeeObject: { label: ['Qué vigila la comisión', 'O que a comissão fiscaliza', 'What the committee watches'] },
  durationMonths: { label: ['Duración, en meses', 'Duração, em meses', 'Duration, in months'] },
  registered: {
    label: [
      '¿Está inscrita en el registro oficial?',
      'Está inscrita no registro oficial?',
      'Is it in the official register?',
    ],
  },
  signedAct: { label: ['Acta firmada', 'Ata assinada', 'Signed act'] },
  election: { label: ['Elección de sus integrantes', 'Eleição dos integrantes', 'Election of its members'] },
  electionWay: { label: ['Cómo se eligieron', 'Como foram eleitos', 'How they were elected'] },
  electedAt: { label: ['Cuándo', 'Quando', 'When'] },
  votes: { label: ['Votos', 'Votos', 'Votes'] },
  extensionMonths: { label: ['Meses que se agregan', 'Meses acrescentados', 'Months added'] },
  dissolutionCause: { label: ['Causa', 'Causa', 'Cause'] },
  voteOnDissolution: { label: ['Votación', 'Votação', 'Vote'] },
  votesFor: { label: ['A favor', 'A favor', 'For'] },
  votesAgainst: { label: ['En contra', 'Contra', 'Against'] },
  votesAbstain: { label: ['Abstenciones', 'Abstenções', 'Abstentions'] },
} as const satisfies Readonly<Record<string, FieldSaid>>;

export const PACT_CHOICES = {
  languages: {
    es: ['Español', 'Espanhol', 'Spanish'],
    pt: ['Portugués', 'Português', 'Portuguese'],
    en: ['Inglés', 'Inglês', 'English'],
  },
  signatories: asPublished(pactSignatory),
  reportStates: asPublished(reportState),
  dimensions: asPublished(dimension),
  breachConsequences: asPublished(breachConsequence),
  electionWays: {
    assembly: ['Asamblea', 'Assembleia', 'Assembly'],
    vote: ['Votación', 'Votação', 'Vote'],
    designation: ['Designación', 'Designação', 'Designation'],
    draw: ['Sorteo', 'Sorteio', 'Draw'],
  } satisfies Readonly<Record<(typeof ELECTION_WAYS)[number], Words>>,
  dissolutionCauses: asPublished(dissolutionCause),
} as const satisfies Readonly<Record<string, ChoicesSaid>>;
