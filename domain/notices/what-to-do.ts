import type { AnyFact } from '../../events/catalogue.ts';
import type { Words } from '../languages.ts';
import type { Capacity } from './concern.ts';

/** What somebody who is told of a fact must do next, in the capacity in which they are told. */
export interface Task {
  readonly as: readonly Capacity[];
  readonly says: Words;
  /** Whether the term that the fact names is theirs. */
  readonly hasTerm?: true;
}

const TEAM = ['team', 'person'] as const;
const THE_CASE = ['team', 'person', 'coordinator'] as const;
const AUTHORITY = ['contracting-authority'] as const;
const COORDINATOR = ['coordinator'] as const;
const CONTROL = ['control-authority'] as const;

const READ_DRAFT = {
  as: TEAM,
  says: [
    'Lea el borrador y diga qué le falta.',
    'Leia a minuta e diga o que falta.',
    'Read the draft and say what is missing.',
  ],
} as const satisfies Task;
const COME_TO_ACT = {
  as: TEAM,
  says: [
    'Anote la fecha del acto y asista.',
    'Anote a data do ato e compareça.',
    'Note the date of the act and attend it.',
  ],
} as const satisfies Task;
const READ_ANSWER = {
  as: THE_CASE,
  says: [
    'Lea la respuesta y decida cómo seguir.',
    'Leia a resposta e decida como prosseguir.',
    'Read the answer and decide how to go on.',
  ],
} as const satisfies Task;

/**
 * Who must act on which fact, and how: what is not here is told for the reader to know. A task names its kind and never a thing, like the
 * fact itself.
 */
export const TASKS: { readonly [T in AnyFact['type']]?: readonly Task[] } = {
  'member.proposed.v1': [
    {
      as: ['person'],
      says: [
        'Diga si acepta la designación o la declina.',
        'Diga se aceita a designação ou a recusa.',
        'Say whether you accept the appointment or decline it.',
      ],
    },
  ],
  'impediment.found.v1': [
    {
      as: COORDINATOR,
      says: [
        'Resuelva si el impedimento se mantiene.',
        'Decida se o impedimento se mantém.',
        'Rule whether the impediment stands.',
      ],
    },
  ],
  'liaison.accredited.v1': [
    {
      as: ['person'],
      says: [
        'Ingrese para ver qué espera el caso de su institución.',
        'Entre para ver o que o caso espera da sua instituição.',
        'Sign in to see what the case expects of your institution.',
      ],
    },
  ],
  'draw.announced.v1': [
    {
      as: ['person'],
      says: [
        'Comprometa su valor para el sorteo.',
        'Comprometa o seu valor para o sorteio.',
        'Commit your value for the draw.',
      ],
    },
  ],
  'pact.text-deposited.v1': [
    {
      as: ['contracting-authority', 'bidder'],
      says: ['Lea el texto y firme el pacto.', 'Leia o texto e assine o pacto.', 'Read the text and sign the pact.'],
    },
  ],
  'pact.breach-reported.v1': [
    {
      as: ['contracting-authority', 'bidder'],
      says: ['Responda a lo que se denunció.', 'Responda ao que foi denunciado.', 'Answer to what was reported.'],
      hasTerm: true,
    },
  ],
  'pact.breach-answered.v1': [READ_ANSWER],
  'committee.term-ended.v1': [
    {
      as: COORDINATOR,
      says: [
        'Prorrogue la comisión o disuélvala.',
        'Prorrogue a comissão ou dissolva-a.',
        'Extend the term of the committee or dissolve it.',
      ],
    },
  ],
  'act.scheduled.v1': [COME_TO_ACT],
  'act.rescheduled.v1': [COME_TO_ACT],
  'act.held.v1': [
    {
      as: TEAM,
      says: [
        'Registre quién asistió, y qué se vio.',
        'Registre quem compareceu, e o que foi visto.',
        'Record who attended, and what was seen.',
      ],
    },
  ],
  'flag.raised.v1': [
    {
      as: TEAM,
      says: [
        'Examine la bandera: descártela con sus razones o haga de ella un hallazgo.',
        'Examine a bandeira: descarte-a com as suas razões ou faça dela um achado.',
        'Look at the flag: dismiss it with your reasons, or make a finding of it.',
      ],
    },
  ],
  'contract.amended.v1': [
    {
      as: TEAM,
      says: ['Revise la modificación.', 'Examine a alteração.', 'Review the amendment.'],
    },
  ],
  'site-visit.planned.v1': [
    {
      as: TEAM,
      says: [
        'Prepare la visita y registre después su resultado.',
        'Prepare a visita e depois registre o resultado.',
        'Prepare the visit, and record its outcome afterwards.',
      ],
    },
  ],
  'release.proposed.v1': [
    {
      as: THE_CASE,
      says: [
        'Lea la propuesta y diga si está de acuerdo.',
        'Leia a proposta e diga se concorda.',
        'Read the proposal and say whether you agree.',
      ],
    },
  ],
  'finding.notified.v1': [
    {
      as: AUTHORITY,
      says: ['Lea el hallazgo y respóndalo.', 'Leia o achado e responda a ele.', 'Read the finding and reply to it.'],
      hasTerm: true,
    },
  ],
  'finding.replied.v1': [
    {
      as: TEAM,
      says: [
        'Lea la respuesta y diga si remedia el hallazgo.',
        'Leia a resposta e diga se ela remedia o achado.',
        'Read the reply and say whether it remedies the finding.',
      ],
    },
  ],
  'reply.lapsed.v1': [
    {
      as: TEAM,
      says: [
        'Decida si el hallazgo se escala, o razone por qué no.',
        'Decida se o achado é escalonado, ou justifique por que não.',
        'Decide whether the finding is escalated, or give the reasons why not.',
      ],
    },
  ],
  'question.asked.v1': [
    {
      as: ['team', 'contracting-authority'],
      says: ['Responda la pregunta.', 'Responda à pergunta.', 'Answer the question.'],
      hasTerm: true,
    },
  ],
  'question.answered.v1': [
    {
      as: ['team', 'person', 'contracting-authority'],
      says: ['Lea la respuesta.', 'Leia a resposta.', 'Read the answer.'],
    },
  ],
  'escalation.sent.v1': [
    {
      as: CONTROL,
      says: [
        'Acuse recibo, revise los hallazgos y respóndalos.',
        'Confirme o recebimento, examine os achados e responda a eles.',
        'Acknowledge the escalation, review the findings and answer them.',
      ],
      hasTerm: true,
    },
  ],
  'escalation.answered.v1': [READ_ANSWER],
  'escalation.answer-revised.v1': [READ_ANSWER],
  'escalation.lapsed.v1': [
    {
      as: CONTROL,
      says: [
        'Responda los hallazgos: el plazo ya venció.',
        'Responda aos achados: o prazo já venceu.',
        'Answer the findings: the term is over.',
      ],
    },
    {
      as: ['team', 'coordinator'],
      says: [
        'Decida si se acude a la siguiente autoridad.',
        'Decida se se recorre à próxima autoridade.',
        'Decide whether the next authority is asked.',
      ],
    },
  ],
  'finding.escalation-overdue.v1': [
    {
      as: ['team'],
      says: [
        'Escale el hallazgo o razone por qué no se escala.',
        'Escalone o achado ou justifique por que não é escalonado.',
        'Escalate the finding, or give the reasons why not.',
      ],
    },
  ],
  'document.refused.v1': [
    {
      as: ['person'],
      says: [
        'Vea por qué no se aceptó y entregue otro archivo.',
        'Veja por que não foi aceito e entregue outro arquivo.',
        'See why it was not taken, and hand in another file.',
      ],
    },
  ],
  'report.drafted.v1': [READ_DRAFT],
  'report.redrafted.v1': [READ_DRAFT],
  'report.sent-for-reply.v1': [
    {
      as: AUTHORITY,
      says: [
        'Lea el borrador y envíe sus comentarios.',
        'Leia a minuta e envie os seus comentários.',
        'Read the draft and send your comments.',
      ],
      hasTerm: true,
    },
  ],
  'report.commented.v1': [
    {
      as: TEAM,
      says: [
        'Lea los comentarios antes de adoptar el informe.',
        'Leia os comentários antes de adotar o relatório.',
        'Read the comments before the report is adopted.',
      ],
    },
  ],
  'report.adopted.v1': [
    {
      as: TEAM,
      says: [
        'Publique el informe dentro de su plazo.',
        'Publique o relatório dentro do prazo.',
        'Publish the report within its term.',
      ],
    },
  ],
  'report.published.v1': [
    {
      as: AUTHORITY,
      says: [
        'Responda las recomendaciones del informe, si las tiene.',
        'Responda às recomendações do relatório, se houver.',
        'Respond to the recommendations of the report, if it makes any.',
      ],
    },
  ],
  'recommendation.overdue.v1': [
    {
      as: AUTHORITY,
      says: [
        'Responda la recomendación: el plazo ya venció.',
        'Responda à recomendação: o prazo já venceu.',
        'Respond to the recommendation: its due date has passed.',
      ],
    },
  ],
  'tip.received.v1': [
    {
      as: COORDINATOR,
      says: ['Lea el aviso y respóndalo.', 'Leia o aviso e responda a ele.', 'Read the tip and answer it.'],
      hasTerm: true,
    },
  ],
  'tip.added-to.v1': [
    {
      as: COORDINATOR,
      says: [
        'Lea lo que se agregó al aviso.',
        'Leia o que foi acrescentado ao aviso.',
        'Read what was added to the tip.',
      ],
    },
  ],
  'tip.overdue.v1': [
    {
      as: COORDINATOR,
      says: [
        'Responda el aviso: el plazo ya venció.',
        'Responda ao aviso: o prazo já venceu.',
        'Answer the tip: the term is over.',
      ],
    },
  ],
  'tip.made-lead.v1': [
    {
      as: ['team'],
      says: [
        'Lea la pista y vea si hay algo que observar.',
        'Leia a pista e veja se há algo a observar.',
        'Read the lead and see whether there is something to observe.',
      ],
    },
  ],
  'sustained.fell-due.v1': [
    {
      as: ['team', 'coordinator'],
      says: [
        'Compruébelo y regístrelo con evidencia.',
        'Verifique e registre com evidência.',
        'Check it, and record it with evidence.',
      ],
    },
  ],
  'team.inactive.v1': [
    {
      as: ['team', 'coordinator'],
      says: [
        'Registre lo que se ha hecho, o diga qué lo impide.',
        'Registre o que foi feito, ou diga o que o impede.',
        'Record what was done, or say what stands in the way.',
      ],
    },
  ],
  'term.reminded.v1': [
    {
      as: ['person', 'team', 'coordinator', 'contracting-authority', 'bidder', 'control-authority'],
      says: [
        'Ingrese para ver qué falta, y hágalo antes de que venza.',
        'Entre para ver o que falta, e faça-o antes que vença.',
        'Sign in to see what is missing, and do it before the term ends.',
      ],
      hasTerm: true,
    },
  ],
};

const isNamed = (kind: string): kind is keyof typeof TASKS => Object.hasOwn(TASKS, kind);

/** The task of somebody who is told of a fact in a capacity; undefined: there is nothing that they must do. */
export const taskOf = (kind: string, as: Capacity | undefined): Task | undefined =>
  isNamed(kind) && as !== undefined ? TASKS[kind]?.find((task) => task.as.includes(as)) : undefined;

const TERMS = ['dueAt', 'replyDueAt', 'answerDueAt'];

/** When the term ends that a fact names, by what it says to everybody. */
export const termIn = (data: AnyFact['data']): string | undefined => {
  const named = new Map<string, unknown>(Object.entries(data));
  return TERMS.map((name) => named.get(name)).find((value) => typeof value === 'string');
};
