import type { Words } from '../../../domain/languages.ts';
import type { PROCESS_ENDINGS, SUSPENSION_REASONS } from '../../../events/vocabulary.ts';
import type { COORDINATION } from '../acts/coordination.ts';
import type { ActSaid, FieldSaid } from './act-words.ts';

export const COORDINATION_ACTS = {
  'advance-stage': {
    does: ['Pasar a la etapa siguiente', 'Passar à próxima etapa', 'Move to the next stage'],
    says: [
      'Si falta algo, se le dirá todo lo que falta y nada cambiará.',
      'Se faltar algo, será dito tudo o que falta e nada mudará.',
      'If anything is missing, you are told all of it and nothing changes.',
    ],
  },
  'suspend-case': {
    does: ['Suspender el caso', 'Suspender o caso', 'Suspend the case'],
    says: [
      'Se detienen todos los plazos; los días detenidos se devuelven al reanudar.',
      'Todos os prazos param; os dias parados são devolvidos na retomada.',
      'All terms stop; the days of the pause are given back when it ends.',
    ],
  },
  'resume-case': {
    does: ['Reanudar el caso', 'Retomar o caso', 'Resume the case'],
    says: [
      'Los plazos vuelven a correr, con los días que les quedaban.',
      'Os prazos voltam a correr, com os dias que lhes restavam.',
      'The terms run again, with the days that they had left.',
    ],
  },
  'end-process': {
    does: [
      'Registrar que la contratación terminó',
      'Registrar que a contratação terminou',
      'Record that the tender ended',
    ],
    says: [
      'El caso pasa al informe final. No se puede deshacer.',
      'O caso passa ao relatório final. Não pode ser desfeito.',
      'The case goes to its final report. This cannot be undone.',
    ],
  },
} as const satisfies Readonly<Record<keyof typeof COORDINATION, ActSaid>>;

export const COORDINATION_FIELDS = {
  cause: { label: ['Motivo', 'Motivo', 'Reason'] },
  explanation: {
    label: ['Explicación', 'Explicação', 'Explanation'],
    hint: ['La leerá todo el mundo.', 'Todos poderão ler.', 'Everybody will read it.'],
  },
  ending: { label: ['Cómo terminó', 'Como terminou', 'How it ended'] },
} as const satisfies Readonly<Record<string, FieldSaid>>;

export const COORDINATION_CHOICES = {
  suspensions: {
    challenge: ['Impugnación', 'Impugnação', 'Challenge'],
    'court-order': ['Orden judicial', 'Ordem judicial', 'Court order'],
    'force-majeure': ['Fuerza mayor', 'Força maior', 'Force majeure'],
    'authority-decision': ['Decisión de la entidad', 'Decisão da entidade', 'Decision of the authority'],
  } satisfies Readonly<Record<(typeof SUSPENSION_REASONS)[number], Words>>,
  endings: {
    cancelled: ['Cancelada', 'Cancelada', 'Cancelled'],
    deserted: ['Desierta', 'Deserta', 'Deserted'],
    annulled: ['Anulada', 'Anulada', 'Annulled'],
  } satisfies Readonly<Record<(typeof PROCESS_ENDINGS)[number], Words>>,
} as const;
