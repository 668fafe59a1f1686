import { mxCoahuila } from '../../../domain/profiles/mx-coahuila.ts';
import { page, photo } from '../papers.ts';
import type { Known, Official } from '../process.ts';
import { on, type Story } from '../story.ts';
import {
  advances,
  answers,
  asks,
  attends,
  awards,
  bidderSigns,
  dismisses,
  drafts,
  encloses,
  finds,
  handsIn,
  isHindered,
  joins,
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
  signs,
  signsPact,
  watched,
} from '../verbs.ts';

const UNDER = { instrument: 'integrity-pact', profile: mxCoahuila } as const;

const AMBULANCES: Official = {
  ocid: 'ocds-ejmplo-mx-ambulancias-nogalar',
  title: 'Adquisición de 24 ambulancias de urgencias para los municipios del Nogalar',
  description: 'Veinticuatro ambulancias equipadas, con mantenimiento por treinta y seis meses.',
  buyer: {
    id: 'EJ-SAL-03',
    name: 'Servicios de Salud de Nogalares (ficticio)',
    locality: 'Nogalares',
    region: 'Nogalar',
  },
  category: 'goods',
  value: { amount: 62_400_000, currency: 'MXN' },
  tender: [
    [-47, '09:00'],
    [-41, '10:00'],
  ],
  awardDue: [-12, '18:00'],
};

const NORTE = { id: 'EJ-EMP-11', name: 'Carrocerías Luna del Norte Inventada, S.A. de C.V.' };
const VEREDA = { id: 'EJ-EMP-12', name: 'Vehículos Vereda Ficticia, S.A. de C.V.' };
const SABINO = { id: 'EJ-EMP-13', name: 'Equipos Médicos Sabino Imaginario, S.C.' };
const BIDDERS: Known = { tenderers: [NORTE, VEREDA, SABINO] };
const PRICE = { amount: 61_950_000, currency: 'MXN' };

const PACT = [
  'PACTO DE INTEGRIDAD (ejemplo ficticio)',
  'La convocante y los licitantes se obligan a no ofrecer ni aceptar ventaja alguna,',
  'a permitir la presencia del testigo social en cada acto y a contestar por escrito sus preguntas.',
].join('\n');

const TEAM = ['witness-1', 'witness-3'];

/** The award is under review: flags answered in part, a serious finding put to the authority, and one kept restricted. */
export const ambulances: Story = {
  name: 'ambulancias',
  shows: 'Fallo en revisión, con banderas rojas y un hallazgo por contestar',
  ...UNDER,
  scenes: [
    on(-62, '10:00', opens(UNDER, AMBULANCES)),
    on(
      -61,
      '11:00',
      proposes('witness-1', 'Ingeniera biomédica; con acreditación vigente y sin otro caso en la región.'),
      proposes('witness-3', 'Contador; observó dos compras de vehículos.'),
      names('authority-1', { 'internal-control': 'control-1' }),
    ),
    on(
      -59,
      '12:00',
      TEAM.flatMap((person) => joins(person, mxCoahuila)),
    ),
    on(-57, '10:00', signsPact('authority-1', 'Pacto de integridad de la compra de ambulancias', PACT)),
    on(
      -55,
      '09:30',
      schedules('clarification-meeting', [-46, '10:00'], { place: 'Sala de juntas de Servicios de Salud' }),
      schedules('bid-opening', [-41, '10:30'], { place: 'Auditorio de Servicios de Salud', by: 'authority-1' }),
      advances(),
    ),
    on(
      -46,
      '12:30',
      attends('act-1', TEAM, 'Se recibieron 31 preguntas de tres interesados.'),
      watched('witness-1', {
        stage: 'tender-observation',
        act: 'act-1',
        title: 'Junta de aclaraciones sin preguntas pendientes',
        narrative:
          'La convocante contestó 31 preguntas. Aceptó dos cambios a la ficha técnica que permiten participar a más fabricantes y lo asentó en el acta.',
      }),
      asks(
        'witness-1',
        '¿Qué estudio sostiene que veinte días naturales bastan para entregar 24 ambulancias carrozadas?',
      ),
    ),
    on(
      -44,
      '10:00',
      readsAgain(AMBULANCES, BIDDERS),
      bidderSigns('bidder-1', 'bidder-1', PACT),
      bidderSigns('bidder-2', 'bidder-2', PACT),
      bidderSigns('bidder-3', 'bidder-3', PACT),
    ),
    on(
      -41,
      '13:00',
      attends('act-2', ['witness-1'], 'Tres propuestas; los sobres estaban cerrados y firmados.'),
      finds('witness-1', {
        stage: 'tender-observation',
        act: 'act-2',
        title: 'Una propuesta se recibió once minutos después de la hora',
        narrative:
          'El registro cierra a las 10:00. A las 10:11 se selló una propuesta más, con la explicación de que su portador ya estaba en el edificio. El acta dice 9:58.',
        visibility: 'after-award',
        category: 'corruptionConsideration',
        severity: 'serious',
        noLegalBasisReason: 'Las bases dicen la hora, y no qué pasa con quien llega tarde.',
        sanitised: true,
      }),
      handsIn(
        'witness-1',
        'observation-2',
        photo(
          'reloj-del-registro.jpg',
          '<circle cx="320" cy="210" r="150" fill="#ffffff" stroke="#333" stroke-width="12"/>' +
            '<rect x="314" y="120" width="10" height="96" fill="#333" transform="rotate(-55 320 210)"/>' +
            '<rect x="315" y="90" width="7" height="124" fill="#a33" transform="rotate(66 320 210)"/>',
        ),
      ),
      finds('witness-3', {
        stage: 'tender-observation',
        title: 'Una persona pidió reserva al contar cómo se hizo la ficha técnica',
        narrative: 'Lo que contó permite saber quién es. Se resguarda hasta hablarlo con el órgano de control.',
        visibility: 'restricted',
        category: 'corruptionDescription',
        severity: 'serious',
        noLegalBasisReason: 'Falta reunir los documentos.',
      }),
    ),
    on(
      -38,
      '11:00',
      answers(
        'authority-1',
        'question-1',
        'El plazo corre desde la entrega de los chasises, no desde el contrato. Se anexa el cronograma que lo explica.',
      ),
      obtains('witness-3', 'tender-observation', {
        'tender-notice': 'obtained',
        'bidding-documents': 'obtained',
        clarifications: 'late: Publicadas tres días después de la junta.',
        'bid-opening-record': 'obtained: Copia simple entregada al terminar el acto.',
      }),
    ),
    on(
      -34,
      '10:00',
      drafts('witness-1', {
        stage: 'tender-observation',
        summary:
          'Lo que los testigos vieron desde su designación hasta la apertura de propuestas: dos actos, cuatro documentos.',
        conclusion:
          'Los dos actos fueron abiertos y se contestaron las preguntas. La hora de recepción de una propuesta no coincide con lo que los testigos vieron, y así queda dicho. El plazo para preparar propuestas fue corto.',
        cites: ['observation-1', 'observation-2'],
        leavesOut: { 'observation-3': 'Para no exponer a quien pidió reserva.' },
      }),
      signs('witness-1', 'report-1'),
      publishes('witness-1', 'report-1'),
      advances(),
    ),
    on(
      -30,
      '10:00',
      schedules('award-ruling', [-14, '12:00'], { stage: 'award-review', place: 'Auditorio de Servicios de Salud' }),
    ),
    on(-24, '11:00', obtains('witness-1', 'award-review', { 'bids-received': 'obtained: Las tres, completas.' })),
    on(
      -14,
      '13:00',
      attends('act-3', TEAM, 'Se leyó el fallo completo.'),
      awards('bidder-1', PRICE),
      praises('witness-3', {
        stage: 'award-review',
        act: 'act-3',
        title: 'El fallo explicó los puntos de cada propuesta',
        narrative: 'Se proyectó la matriz de evaluación y cada licitante pudo preguntar por su calificación.',
      }),
    ),
    on(
      -12,
      '10:30',
      readsAgain(AMBULANCES, { ...BIDDERS, award: { to: NORTE, on: [-14, '13:00'], amount: PRICE.amount } }),
      dismisses(
        'witness-1',
        'flag-1',
        'El plazo fue de menos de quince días, pero la convocante lo amplió de hecho al contestar las aclaraciones por adelantado; los tres licitantes dijeron que les alcanzó.',
      ),
      finds('witness-3', {
        stage: 'award-review',
        title: 'El dictamen no dice cómo se desempataron dos propuestas técnicas',
        narrative:
          'Dos propuestas obtuvieron 47 de 50 puntos técnicos. El dictamen prefiere una y no nombra la regla. La diferencia de precio es de 0.4 por ciento.',
        category: 'documentsForm',
        severity: 'serious',
        provisions: [{ law: 'Bases de la licitación', provision: 'numeral 9, criterios de evaluación' }],
        pointers: ['/awards/0'],
      }),
    ),
    on(-10, '12:00', notifies('witness-3', 'observation-5'), notifies('witness-1', 'observation-2')),
    on(
      -6,
      '16:00',
      replies(
        'authority-1',
        'observation-2',
        'La hora del sello es la del reloj de la oficialía, que iba atrasado. Se levantó constancia y el reloj se cambió. La propuesta que llegó tarde no resultó ganadora.',
      ),
      encloses(
        'authority-1',
        'observation-2',
        page(
          'constancia-del-reloj.pdf',
          'CONSTANCIA (ejemplo ficticio)',
          'El reloj de la oficialía de partes presentaba un atraso de trece minutos.',
          'Se sustituye con esta fecha y se deja copia en el expediente.',
        ),
      ),
    ),
    on(
      -4,
      '10:00',
      obtains('witness-1', 'award-review', {
        'evaluation-report': 'incomplete: Sin las hojas de cálculo de los puntos técnicos.',
      }),
      isHindered('witness-1', {
        stage: 'award-review',
        title: 'El dictamen se mostró sin sus anexos',
        narrative:
          'La convocante ofreció enseñar los anexos en una pantalla y no entregar copia. Se pidió por escrito.',
      }),
      asks('witness-3', '¿Con qué regla se prefirió una de las dos propuestas que empataron en puntos técnicos?'),
    ),
  ],
};
