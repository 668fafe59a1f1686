import { do18315 } from '../../../domain/profiles/do-183-15.ts';
import { photo } from '../papers.ts';
import type { Known, Official } from '../process.ts';
import { on, type Story } from '../story.ts';
import {
  advances,
  answers,
  asks,
  attends,
  awards,
  constitutes,
  dismisses,
  drafts,
  finds,
  handsIn,
  joins,
  names,
  obtains,
  opens,
  praises,
  proposes,
  publishes,
  readsAgain,
  schedules,
  sendsForReply,
  votes,
  watched,
} from '../verbs.ts';

const UNDER = { instrument: 'oversight-committee', profile: do18315 } as const;

const MEALS: Official = {
  ocid: 'ocds-ejmplo-do-desayunos-higuera',
  title: 'Desayuno escolar del distrito La Higuera',
  description: 'Raciones diarias para 18,400 estudiantes de 62 escuelas durante un año lectivo.',
  buyer: {
    id: 'EJ-EDU-02',
    name: 'Instituto Ficticio de Bienestar Escolar',
    locality: 'La Higuera',
    region: 'Provincia Imaginaria',
  },
  category: 'goods',
  value: { amount: 96_500_000, currency: 'DOP' },
  tender: [
    [-63, '09:00'],
    [-57, '10:00'],
  ],
  awardDue: [-40, '17:00'],
};
const TRIGO = { id: 'EJ-EMP-41', name: 'Panadería Trigo de Cuento, S.R.L.' };
const LECHE = { id: 'EJ-EMP-42', name: 'Lácteos La Vaca Imaginaria, S.R.L.' };
const BATEY = { id: 'EJ-EMP-43', name: 'Cooperativa Batey de Fantasía' };
const BIDDERS: Known = { tenderers: [TRIGO, LECHE, BATEY] };
const PRICE = { amount: 94_250_000, currency: 'DOP' };

const TEAM = ['member-3', 'member-4', 'member-7'];

/** The final report lies before the authority, which may comment on it; the committee has not voted yet. */
export const meals: Story = {
  name: 'desayunos',
  shows: 'Informe final en consulta con la entidad',
  ...UNDER,
  scenes: [
    on(-75, '09:00', opens(UNDER, MEALS)),
    on(
      -74,
      '10:00',
      proposes('member-3', 'Diácono; su parroquia apoya a tres escuelas.', 'churches'),
      proposes('member-4', 'Madre de familia; nutricionista.', 'universities'),
      proposes('member-7', 'Transportista; sabe lo que cuesta repartir.', 'private-sector'),
    ),
    on(
      -72,
      '15:00',
      TEAM.flatMap((person) => joins(person, do18315)),
    ),
    on(
      -70,
      '11:00',
      names('authority-2', { 'public-procurement-directorate': 'control-2' }),
      constitutes(
        ['member-4', 'member-7'],
        'Vigilar la compra del desayuno escolar de La Higuera hasta su adjudicación.',
        112,
      ),
      schedules('clarification-meeting', [-62, '10:00'], { place: 'Escuela Las Flores Inventadas' }),
      schedules('bid-opening', [-57, '10:30'], { place: 'Sede del Instituto' }),
      advances(),
    ),
    on(
      -62,
      '12:00',
      attends('act-1', TEAM, 'Directoras de once escuelas, tres empresas.'),
      watched('member-4', {
        stage: 'tender-observation',
        act: 'act-1',
        title: 'Las directoras pidieron raciones sin azúcar añadida',
        narrative: 'Se aceptó incluirlas en la ficha técnica. La enmienda salió publicada dos días después.',
      }),
      asks('member-7', '¿Cómo se comprobará la temperatura de la leche al llegar a cada escuela?'),
    ),
    on(
      -57,
      '12:00',
      attends('act-2', ['member-4', 'member-7'], 'Tres ofertas, todas selladas.'),
      praises('member-7', {
        stage: 'tender-observation',
        act: 'act-2',
        title: 'Los precios se escribieron en una pizarra a la vista de todos',
        narrative: 'Cada precio leído se anotó al momento, y se permitió fotografiar la pizarra.',
      }),
      handsIn(
        'member-7',
        'observation-2',
        photo(
          'pizarra-con-tres-ofertas.jpg',
          '<rect width="640" height="420" fill="#d8cfc0"/><rect x="70" y="50" width="500" height="280" fill="#2f4a3c" stroke="#7d5a33" stroke-width="14"/>' +
            '<rect x="120" y="110" width="220" height="8" fill="#eee"/><rect x="120" y="170" width="260" height="8" fill="#eee"/><rect x="120" y="230" width="190" height="8" fill="#eee"/>',
        ),
      ),
      obtains('member-3', 'tender-observation', {
        'tender-notice': 'obtained',
        'bidding-documents': 'obtained',
        clarifications: 'obtained',
        'bid-opening-record': 'obtained',
      }),
    ),
    on(
      -54,
      '10:00',
      answers(
        'authority-2',
        'question-1',
        'Con termómetros registradores en cada camión. Los registros se entregarán a la comisión cada mes.',
      ),
      drafts('member-4', {
        stage: 'tender-observation',
        summary: 'La reunión con las directoras, la apertura de tres ofertas y los documentos de la licitación.',
        conclusion:
          'Los actos fueron abiertos, las ofertas llegaron selladas y los documentos se entregaron completos y a tiempo.',
        cites: ['observation-1', 'observation-2'],
      }),
      votes('report-1', TEAM.slice(0, 2)),
      publishes('member-4', 'report-1'),
      advances(),
      schedules('award-ruling', [-42, '10:00'], { stage: 'award-review', place: 'Sede del Instituto' }),
    ),
    on(
      -42,
      '11:00',
      attends('act-3', TEAM, 'Se adjudicó un solo lote.'),
      readsAgain(MEALS, BIDDERS),
      awards('bidder-3', PRICE),
      dismisses(
        'member-4',
        'flag-1',
        'El plazo corto se debió a una enmienda que favoreció a todos; ninguna empresa pidió más tiempo.',
      ),
      finds('member-3', {
        stage: 'award-review',
        title: 'La lista de escuelas de la resolución repite dos',
        narrative: 'Dos escuelas aparecen dos veces con códigos distintos. Son 60 y no 62.',
        category: 'inaccuratePersonalData',
        severity: 'minor',
        noLegalBasisReason: 'Es un error de la lista, que no cita norma alguna.',
      }),
      obtains('member-7', 'award-review', {
        'bids-received': 'obtained',
        'evaluation-report': 'late: Tres días después de lo ofrecido.',
        'award-ruling': 'obtained',
      }),
    ),
    on(
      -36,
      '10:00',
      drafts('member-4', {
        stage: 'award-review',
        summary: 'La adjudicación del desayuno escolar y la lista de escuelas que la acompaña.',
        conclusion:
          'La adjudicación sigue el puntaje publicado. La lista de escuelas tiene dos repetidas, y el Instituto ofreció corregirla.',
        cites: ['observation-3'],
      }),
      votes('report-2', TEAM.slice(0, 2)),
      publishes('member-4', 'report-2'),
      advances(),
    ),
    on(
      -20,
      '11:00',
      praises('member-7', {
        stage: 'final-report',
        title: 'El Instituto mostró los termómetros antes de la primera entrega',
        narrative: 'La comisión vio colocar uno en cada camión y recibió la clave para leer sus registros.',
      }),
    ),
    on(
      -5,
      '10:00',
      drafts('member-4', {
        stage: 'final-report',
        summary:
          'Lo que la comisión vio desde su constitución hasta la adjudicación: tres actos, siete documentos y cuatro observaciones.',
        conclusion:
          'La comisión asistió a los tres actos y recibió los siete documentos, uno de ellos tarde. Las ofertas llegaron selladas, los precios se leyeron a la vista de todos y la adjudicación siguió el puntaje publicado. Queda por corregir la lista de escuelas, que repite dos.',
        cites: ['observation-1', 'observation-2', 'observation-3', 'observation-4'],
        recommendations: [
          {
            to: 'Instituto Ficticio de Bienestar Escolar',
            recommends: 'Corregir la lista de escuelas y publicarla con sus coordenadas.',
            due: [20, '12:00'],
          },
        ],
      }),
    ),
    on(-2, '12:00', sendsForReply('member-4', 'report-3')),
  ],
};
