import { coLey850 } from '../../../domain/profiles/co-ley-850.ts';
import { note, photo } from '../papers.ts';
import type { Official } from '../process.ts';
import { on, type Story } from '../story.ts';
import {
  advances,
  answers,
  answersTip,
  asks,
  attends,
  constitutes,
  finds,
  handsIn,
  isHindered,
  joins,
  leads,
  names,
  obtains,
  opens,
  praises,
  proposes,
  schedules,
  tips,
  watched,
} from '../verbs.ts';

const UNDER = { instrument: 'oversight-committee', profile: coLey850 } as const;
const STAGE = 'tender-observation';

const LIGHTING: Official = {
  ocid: 'ocds-ejmplo-co-alumbrado-ceibal',
  title: 'Modernización del alumbrado público de las veredas de Ceibal Alto',
  description: 'Suministro e instalación de 1.240 luminarias y retiro de las existentes, con garantía de cinco años.',
  buyer: {
    id: 'EJ-ALC-07',
    name: 'Alcaldía Ficticia de Ceibal Alto',
    locality: 'Ceibal Alto',
    region: 'Provincia Imaginaria',
  },
  category: 'works',
  value: { amount: 3_870_000_000, currency: 'COP' },
  tender: [
    [-24, '08:00'],
    [8, '10:00'],
  ],
  awardDue: [18, '17:00'],
};

const TEAM = ['member-4', 'member-5', 'member-6'];

const LAMPS = photo(
  'poste-sin-luminaria.jpg',
  '<rect width="640" height="420" fill="#28384a"/><rect y="330" width="640" height="90" fill="#3d4a3a"/>' +
    '<rect x="300" y="70" width="14" height="270" fill="#8b8f94"/><rect x="300" y="70" width="120" height="10" fill="#8b8f94"/>' +
    '<circle cx="420" cy="84" r="10" fill="#28384a" stroke="#c9a94a" stroke-width="4"/>',
);

/** A tender under watch: two acts behind, the opening ahead, a question not answered yet and a finding sealed until the award. */
export const lighting: Story = {
  name: 'alumbrado',
  shows: 'Licitación en observación, con la apertura por venir',
  ...UNDER,
  scenes: [
    on(-40, '09:00', opens(UNDER, LIGHTING)),
    on(
      -38,
      '10:00',
      proposes('member-4', 'Presidenta de la junta de acción comunal de la vereda La Quebrada.'),
      proposes('member-5', 'Electricista; propuesto por la asamblea de usuarios.'),
      proposes('member-6', 'Docente rural; conoce las once veredas del proyecto.'),
    ),
    on(
      -36,
      '15:00',
      TEAM.flatMap((person) => joins(person, coLey850)),
    ),
    on(
      -34,
      '11:00',
      names('authority-2', { personeria: 'control-2' }),
      constitutes(
        ['member-4', 'member-5'],
        'Vigilar la modernización del alumbrado de las once veredas, desde los pliegos hasta la última luminaria encendida.',
        37,
      ),
    ),
    on(
      -32,
      '09:30',
      schedules('clarification-meeting', [-18, '09:00'], { place: 'Salón comunal de Ceibal Alto' }),
      schedules('site-visit', [-12, '08:00'], { place: 'Recorrido desde el parque principal' }),
      schedules('bid-opening', [8, '10:30'], { place: 'Despacho de contratación, segundo piso', by: 'authority-2' }),
      advances(),
    ),
    on(
      -22,
      '10:00',
      obtains('member-5', STAGE, {
        'tender-notice': 'obtained: Descargado el día de su publicación.',
        'bidding-documents': 'incomplete: Falta el anexo fotométrico; se pidió por escrito.',
      }),
      asks(
        'member-5',
        '¿Por qué el pliego exige una certificación fotométrica que en el país expide un solo laboratorio, y qué equivalencias acepta la entidad?',
      ),
    ),
    on(
      -18,
      '11:30',
      attends('act-1', ['member-4', 'member-5'], 'Catorce interesados y veintidós vecinos; duró dos horas.'),
      watched('member-4', {
        stage: STAGE,
        act: 'act-1',
        title: 'La audiencia de aclaraciones respondió todas las preguntas',
        narrative:
          'Se leyeron en voz alta diecinueve preguntas y se respondieron todas. La entidad anunció que publicaría el acta al día siguiente. ' +
          'Los vecinos pudieron intervenir al final y sus intervenciones quedaron en el acta.',
        place: 'Salón comunal de Ceibal Alto',
      }),
      praises('member-6', {
        stage: STAGE,
        title: 'La entidad transmitió la audiencia por la emisora comunitaria',
        narrative: 'Quien no pudo bajar de su vereda la siguió por radio y pudo enviar preguntas por mensaje.',
      }),
    ),
    on(
      -14,
      '16:00',
      answers(
        'authority-2',
        'question-1',
        'La certificación puede provenir de cualquier laboratorio acreditado por un organismo de reconocimiento mutuo. La adenda 2 lo aclara y amplía el plazo en cinco días.',
      ),
      isHindered('member-5', {
        stage: STAGE,
        title: 'El anexo fotométrico llegó cinco días después de pedido',
        narrative:
          'El anexo no estaba en la plataforma. Se entregó en papel, en una oficina a dos horas de camino, y solo después de un segundo escrito.',
      }),
    ),
    on(
      -12,
      '12:00',
      attends('act-2', ['member-5', 'member-6'], 'Recorrido por tres veredas con la interventoría.'),
      finds('member-6', {
        stage: STAGE,
        act: 'act-2',
        title: 'El inventario cuenta postes que no existen',
        narrative:
          'En el tramo entre La Quebrada y El Mirador el inventario del pliego cuenta 46 postes. Contamos 31, y 9 de ellos no tienen luminaria que retirar. El precio se paga por unidad.',
        visibility: 'public',
        place: 'Camino La Quebrada – El Mirador',
        coordinates: { latitude: 5.321, longitude: -74.214, accuracyMetres: 25 },
        category: 'corruptionBiddingDocuments',
        severity: 'serious',
        provisions: [{ law: 'Ley 850 de 2003', provision: 'artículo 15' }],
        pointers: ['/tender/value'],
      }),
      handsIn('member-6', 'observation-4', LAMPS),
      handsIn(
        'member-6',
        'observation-4',
        note(
          'conteo-de-postes.txt',
          'Conteo de postes, recorrido de la veeduría (ejemplo ficticio)',
          'La Quebrada: 12 postes, 4 sin luminaria',
          'Cruce de la escuela: 8 postes, 1 sin luminaria',
          'El Mirador: 11 postes, 4 sin luminaria',
        ),
      ),
      finds('member-5', {
        stage: STAGE,
        title: 'Un interesado habría conocido la adenda antes de publicarse',
        narrative:
          'Durante el recorrido un interesado citó el contenido de la adenda 2, que se publicó dos días después.',
        visibility: 'after-award',
        category: 'corruptionPublicDisclosure',
        severity: 'serious',
        noLegalBasisReason: 'La veeduría está consultando qué norma aplica a las adendas.',
      }),
    ),
    on(-10, '09:30', { by: 'member-6', path: '/observations/observation-4/notification' }),
    on(
      -7,
      '13:00',
      tips(
        '7c1e4a90b2d35f86e0a1c94b7d2f6835',
        'En la vereda El Mirador ya están descargando postes nuevos, y todavía no hay contrato.',
      ),
    ),
    on(
      -5,
      '10:00',
      leads('tip-1'),
      answersTip('tip-1', 'passed-to-team', 'La veeduría irá a ver esta semana y dirá aquí lo que encuentre.'),
      asks(
        'member-4',
        '¿De quién son los postes que se están descargando en El Mirador, y con qué contrato se compraron?',
      ),
      obtains('member-5', STAGE, { clarifications: 'obtained: Acta completa, con las diecinueve respuestas.' }),
    ),
  ],
};
