import { do18315 } from '../../../domain/profiles/do-183-15.ts';
import { note, page, photo } from '../papers.ts';
import type { Known, Official } from '../process.ts';
import { on, type Story } from '../story.ts';
import {
  advances,
  answers,
  answersTip,
  asks,
  attends,
  awards,
  claims,
  codes,
  comments,
  constitutes,
  dismisses,
  drafts,
  encloses,
  escalates,
  finds,
  follows,
  handsIn,
  isHindered,
  joins,
  leads,
  names,
  notifies,
  obtains,
  opens,
  praises,
  proposes,
  publishes,
  readsAgain,
  replies,
  schedules,
  sendsForReply,
  settles,
  takesUp,
  tips,
  votes,
  watched,
} from '../verbs.ts';

const UNDER = { instrument: 'oversight-committee', profile: do18315 } as const;

const WATER: Official = {
  ocid: 'ocds-ejmplo-do-agua-jobo',
  title: 'Rehabilitación de la planta potabilizadora de Jobo Claro',
  description: 'Cambio de filtros, bombas y tablero, con análisis de agua durante doce meses.',
  buyer: {
    id: 'EJ-AGU-04',
    name: 'Corporación Ficticia de Aguas de Jobo Claro',
    locality: 'Jobo Claro',
    region: 'Provincia Imaginaria',
  },
  category: 'works',
  value: { amount: 212_000_000, currency: 'DOP' },
  tender: [
    [-99, '09:00'],
    [-93, '10:00'],
  ],
  awardDue: [-80, '17:00'],
};
const MANANTIAL = { id: 'EJ-EMP-31', name: 'Obras Manantial de Mentira, S.R.L.' };
const TINAJA = { id: 'EJ-EMP-32', name: 'Hidráulica Tinaja Inventada, S.R.L.' };
const BIDDERS: Known = { tenderers: [MANANTIAL, TINAJA] };
const PRICE = { amount: 204_700_000, currency: 'DOP' };

const TEAM = ['member-1', 'member-2', 'member-3'];

const ENVELOPE = photo(
  'sobre-abierto-sobre-la-mesa.jpg',
  '<rect y="210" width="640" height="210" fill="#7a5a3c"/><rect x="180" y="170" width="280" height="170" fill="#e9dcb5" stroke="#8f7f52" stroke-width="5"/>' +
    '<polygon points="180,170 320,70 460,170" fill="#f4ecd2" stroke="#8f7f52" stroke-width="5"/><rect x="230" y="110" width="180" height="120" fill="#ffffff"/>',
);

/** From its first day to the follow-up: a grave finding is escalated, answered and remedied, and the final report is public. */
export const water: Story = {
  name: 'agua',
  shows: 'Cerrado: un hallazgo grave se escaló, se contestó y se remedió',
  ...UNDER,
  scenes: [
    on(-112, '09:00', opens(UNDER, WATER)),
    on(
      -111,
      '10:00',
      proposes('member-1', 'Química; enseña tratamiento de aguas.', 'universities'),
      proposes('member-2', 'Comerciante; presidió la junta de vecinos.', 'private-sector'),
      proposes('member-3', 'Diácono; conoce los barrios sin servicio.', 'churches'),
    ),
    on(
      -109,
      '15:00',
      TEAM.flatMap((person) => joins(person, do18315)),
    ),
    on(
      -107,
      '11:00',
      names('authority-1', { 'public-procurement-directorate': 'control-1', 'court-of-accounts': 'control-3' }),
      constitutes(
        ['member-1', 'member-2'],
        'Vigilar la rehabilitación de la planta potabilizadora, desde la convocatoria hasta la adjudicación.',
        64,
      ),
    ),
    on(
      -106,
      '09:30',
      schedules('clarification-meeting', [-97, '10:00'], { place: 'Salón del club de Jobo Claro' }),
      schedules('bid-opening', [-93, '10:30'], { place: 'Salón de actos de la Corporación', by: 'authority-1' }),
      advances(),
    ),
    on(
      -97,
      '13:00',
      attends('act-1', TEAM, 'Cuarenta vecinos y tres empresas.'),
      watched('member-1', {
        stage: 'tender-observation',
        act: 'act-1',
        title: 'La reunión aclaró la calidad de los filtros',
        narrative:
          'Se preguntó por la vida útil de los filtros y la Corporación aceptó pedir certificados. El acta lo recoge.',
      }),
      asks('member-2', '¿Quién custodia los sobres desde que se reciben hasta que se abren?'),
    ),
    on(
      -93,
      '12:30',
      attends('act-2', TEAM, 'Dos ofertas.'),
      finds('member-2', {
        stage: 'tender-observation',
        act: 'act-2',
        title: 'Un sobre económico estaba abierto antes de la hora',
        narrative:
          'Al entrar al salón, a las 10:18, el sobre económico de una de las oferentes estaba abierto sobre la mesa, con hojas fuera. La presidencia del acto dijo que se abrió por error. El acta no lo menciona.',
        visibility: 'after-award',
        place: 'Salón de actos de la Corporación',
        category: 'corruptionConsideration',
        severity: 'grave',
        provisions: [
          { law: 'Pliego de condiciones de la licitación', provision: 'apartado de recepción y apertura de ofertas' },
        ],
      }),
      handsIn('member-2', 'observation-2', ENVELOPE),
      isHindered('member-3', {
        stage: 'tender-observation',
        title: 'El acta de apertura se negó el mismo día',
        narrative:
          'Se pidió copia al terminar el acto. Dijeron que «todavía no era pública». Se entregó ocho días después.',
      }),
    ),
    on(
      -91,
      '10:00',
      answers(
        'authority-1',
        'question-1',
        'La custodia está a cargo de la unidad de compras. Desde ahora los sobres se guardan en un armario con dos llaves, una de la comisión.',
      ),
      escalates('member-1', {
        findings: ['observation-2'],
        controlAuthority: 'public-procurement-directorate',
        letter:
          'Pedimos que se establezca quién abrió el sobre, si la otra oferente o alguien más conoció el precio, y qué debe hacerse con el acto de apertura.',
      }),
      takesUp('control-1', 'escalation-1'),
    ),
    on(
      -85,
      '11:00',
      obtains('member-3', 'tender-observation', {
        'tender-notice': 'obtained',
        'bidding-documents': 'obtained',
        clarifications: 'obtained',
        'bid-opening-record': 'late: Entregada ocho días después del acto.',
      }),
      tips(
        'd41f0b7a6c2e93581a7be06f4c95d230',
        'El encargado del depósito vio quién abrió el sobre. Está dispuesto a decirlo si no se publica su nombre.',
      ),
    ),
    on(
      -83,
      '10:00',
      leads('tip-1'),
      answersTip(
        'tip-1',
        'passed-to-control-authority',
        'Lo que se cuenta se entregó a la Dirección, que puede tomar la declaración con reserva.',
      ),
      settles('control-1', 'escalation-1', {
        outcome: 'violation-corrected',
        remedies: { 'observation-2': 'eliminated' },
        answer:
          'Se comprobó que el sobre se abrió sin autorización. El acto de apertura se anuló y se repitió ante notario con ofertas nuevas. El responsable fue separado de la unidad de compras.',
      }),
    ),
    on(
      -82,
      '12:00',
      drafts('member-1', {
        stage: 'tender-observation',
        summary:
          'La reunión aclaratoria, la apertura que debió repetirse y el acceso a los documentos de la licitación.',
        conclusion:
          'La primera apertura no fue limpia. La Dirección lo comprobó y la apertura se repitió con ofertas nuevas, ante la comisión completa y sin novedad.',
        cites: ['observation-1', 'observation-2', 'observation-3'],
      }),
      votes('report-1', ['member-1', 'member-2'], {
        'member-3':
          'Estoy de acuerdo con los hechos. El informe debería pedir una sanción, no solo contar que la hubo.',
      }),
      publishes('member-1', 'report-1'),
      advances(),
      schedules('award-ruling', [-76, '10:00'], { stage: 'award-review', place: 'Salón de actos de la Corporación' }),
    ),
    on(
      -76,
      '11:00',
      attends('act-3', TEAM, 'Se leyó la resolución y se contestaron preguntas.'),
      readsAgain(WATER, BIDDERS),
      awards('bidder-2', PRICE),
      praises('member-3', {
        stage: 'award-review',
        act: 'act-3',
        title: 'La resolución se explicó en lenguaje llano',
        narrative: 'Quien presidió explicó con una lámina cómo se sumaron los puntos, y repartió copias.',
      }),
      finds('member-1', {
        stage: 'award-review',
        title: 'La resolución no responde a una objeción de la comisión',
        narrative: 'La comisión objetó por escrito el puntaje por experiencia. La resolución no la menciona.',
        category: 'documentsForm',
        severity: 'serious',
        noLegalBasisReason: 'El pliego prevé objeciones, pero no dice en qué plazo se contestan.',
      }),
    ),
    on(
      -75,
      '10:00',
      dismisses(
        'member-2',
        'flag-1',
        'El plazo fue corto en la primera convocatoria; con la apertura repetida las oferentes tuvieron cuatro semanas.',
      ),
      notifies('member-1', 'observation-5'),
      handsIn(
        'member-1',
        'observation-5',
        note(
          'objecion-de-la-comision.txt',
          'Objeción (ejemplo ficticio)',
          'El puntaje por experiencia cuenta dos veces la misma obra.',
        ),
      ),
      obtains('member-2', 'award-review', {
        'bids-received': 'obtained',
        'evaluation-report': 'obtained',
        'award-ruling': 'obtained',
      }),
    ),
    on(
      -69,
      '11:30',
      replies(
        'authority-1',
        'observation-5',
        'La objeción se contestó en una adenda a la resolución: la obra se contó una vez y el orden no cambia.',
      ),
      encloses(
        'authority-1',
        'observation-5',
        page(
          'adenda-a-la-resolucion.pdf',
          'ADENDA (ejemplo ficticio)',
          'Se corrige el puntaje por experiencia.',
          'El orden de las ofertas no cambia.',
        ),
      ),
    ),
    on(
      -66,
      '10:00',
      drafts('member-1', {
        stage: 'award-review',
        summary: 'La adjudicación, la objeción de la comisión y cómo se contestó.',
        conclusion:
          'La adjudicación sigue los criterios publicados. La objeción se contestó tarde y por insistencia, pero se contestó y se corrigió el puntaje.',
        cites: ['observation-4', 'observation-5'],
      }),
      votes('report-2', TEAM.slice(0, 2)),
      publishes('member-1', 'report-2'),
      advances(),
    ),
    on(
      -64,
      '10:00',
      drafts('member-1', {
        stage: 'final-report',
        summary:
          'Lo que la comisión vio desde su constitución hasta la adjudicación: tres actos, siete documentos, cinco observaciones, un aviso ciudadano y un escalamiento.',
        conclusion:
          'La comisión asistió a todos los actos y pidió cada documento. Un sobre económico apareció abierto antes de la hora; la Dirección lo comprobó, anuló la apertura y la hizo repetir. La adjudicación siguió los criterios publicados y una objeción de la comisión llevó a corregir un puntaje. El acceso a las actas fue lento y debe mejorar.',
        cites: ['observation-1', 'observation-2', 'observation-3', 'observation-5'],
        leavesOut: { 'observation-4': 'Ya se cuenta en el informe sobre la adjudicación.' },
        recommendations: [
          {
            to: 'Corporación Ficticia de Aguas de Jobo Claro',
            recommends:
              'Guardar los sobres en un armario con dos llaves, una de ellas de la comisión, en toda licitación.',
            due: [-20, '12:00'],
          },
          {
            to: 'Corporación Ficticia de Aguas de Jobo Claro',
            recommends: 'Entregar copia del acta de apertura al terminar el acto.',
            due: [30, '12:00'],
          },
        ],
      }),
      sendsForReply('member-1', 'report-3'),
    ),
    on(
      -60,
      '12:00',
      comments(
        'authority-1',
        'report-3',
        'Aceptamos las dos recomendaciones. El armario ya está en uso y se muestra a quien lo pida.',
      ),
    ),
    on(
      -58,
      '10:00',
      votes('report-3', ['member-1', 'member-2'], {
        'member-3':
          'Voto en contra porque el informe agradece demasiado. La corrección fue una obligación, no una cortesía.',
      }),
      publishes('member-1', 'report-3'),
    ),
    on(
      -54,
      '11:00',
      codes('effectiveness', {
        codes: ['achieved'],
        reasons: 'El hallazgo grave se comprobó y se remedió antes de adjudicar.',
        asked: 'Funcionaria de la unidad de compras',
        said: 'Sin la comisión la apertura no se habría repetido.',
      }),
      codes('openness', {
        codes: ['notAchieved'],
        reasons: 'El acta de apertura se entregó ocho días tarde.',
        asked: 'Vecino del barrio El Tanque',
        said: 'Nos enteramos por la comisión, no por la Corporación.',
      }),
      claims(
        'consult',
        'Los vecinos preguntaron en la reunión aclaratoria, y un aviso ciudadano ayudó a aclarar lo del sobre.',
      ),
      advances(),
    ),
    on(
      -22,
      '10:00',
      follows('member-2', 'recommendation-1', {
        level: 'put-into-practice',
        evidence: 'La comisión vio el armario y el registro de llaves de dos licitaciones posteriores.',
      }),
    ),
  ],
};
