import { tiIntegrityPact } from '../../../domain/profiles/ti-integrity-pact.ts';
import { photo } from '../papers.ts';
import type { Known, Official } from '../process.ts';
import { on, type Story } from '../story.ts';
import {
  advances,
  answers,
  asks,
  attends,
  awards,
  bidderSigns,
  does,
  drafts,
  finds,
  handsIn,
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
  signsContract,
  signsPact,
  tiesTo,
  visited,
  watched,
} from '../verbs.ts';

const UNDER = { instrument: 'integrity-pact', profile: tiIntegrityPact, monitored: true } as const;

const BRIDGE: Official = {
  ocid: 'ocds-ejmplo-mx-puente-sauceda',
  title: 'Puente vehicular sobre el río Sauceda y sus accesos',
  description: 'Puente de concreto de 94 metros en dos claros, con 1.2 kilómetros de accesos y obras de drenaje.',
  buyer: {
    id: 'EJ-OBR-02',
    name: 'Secretaría Ficticia de Caminos de Valdorada',
    locality: 'Ciudad Valdorada',
    region: 'Valdorada',
  },
  category: 'works',
  value: { amount: 84_500_000, currency: 'MXN' },
  tender: [
    [-106, '09:00'],
    [-90, '10:00'],
  ],
  awardDue: [-76, '18:00'],
};
const COLIBRI = { id: 'EJ-EMP-21', name: 'Puentes del Colibrí Inventado, S.A. de C.V.' };
const BIDDERS: Known = { tenderers: [COLIBRI] };
const PRICE = { amount: 83_120_000, currency: 'MXN' };
const AWARDED: Known = { ...BIDDERS, award: { to: COLIBRI, on: [-76, '12:00'], amount: PRICE.amount } };

const PACT = [
  'PACTO DE INTEGRIDAD DEL PUENTE SAUCEDA (ejemplo ficticio)',
  'Primero. Nadie ofrece ni recibe ventaja alguna.',
  'Segundo. El testigo social entra a la obra cuando lo pida y ve la bitácora.',
].join('\n');
const TEAM = ['witness-1', 'witness-2'];

const PILLARS =
  '<rect width="640" height="420" fill="#bcd3e0"/><rect y="300" width="640" height="120" fill="#6f8f9a"/>' +
  '<rect x="40" y="170" width="560" height="26" fill="#9b9b93"/><rect x="150" y="196" width="46" height="150" fill="#85857d"/>' +
  '<rect x="430" y="196" width="46" height="150" fill="#85857d"/>';

/** Works under watch: one visit done and one ahead, an amendment reviewed, a breach of the pact ruled on. */
export const bridge: Story = {
  name: 'puente',
  shows: 'Obra en seguimiento, con visitas y un convenio modificatorio',
  ...UNDER,
  scenes: [
    on(-114, '10:00', opens(UNDER, BRIDGE)),
    on(
      -113,
      '10:00',
      proposes('witness-1', 'Conoce la región y no tiene trato con constructoras.'),
      proposes('witness-2', 'El colectivo siguió dos puentes anteriores del mismo programa.'),
      names('authority-1', { 'internal-control': 'control-1' }),
    ),
    on(
      -112,
      '12:00',
      TEAM.flatMap((person) => joins(person, tiIntegrityPact)),
    ),
    on(-110, '10:00', signsPact('authority-1', 'Pacto de integridad del puente Sauceda', PACT)),
    on(
      -109,
      '10:00',
      schedules('site-visit', [-102, '09:00'], { place: 'Vado del río Sauceda' }),
      schedules('clarification-meeting', [-100, '11:00'], { place: 'Sala de licitaciones' }),
      schedules('bid-opening', [-90, '10:30'], { place: 'Sala de licitaciones', by: 'authority-1' }),
      advances(),
    ),
    on(-102, '12:00', attends('act-1', ['witness-2'], 'Un solo interesado hizo el recorrido.')),
    on(
      -100,
      '13:00',
      attends('act-2', TEAM, 'Seis preguntas, todas de la misma empresa.'),
      watched('witness-1', {
        stage: 'tender-observation',
        act: 'act-2',
        title: 'Junta de aclaraciones con un solo interesado',
        narrative: 'Las seis preguntas se contestaron y el acta se firmó ahí mismo. Ninguna otra empresa se presentó.',
      }),
    ),
    on(-94, '10:00', readsAgain(BRIDGE, BIDDERS), bidderSigns('bidder-1', 'bidder-1', PACT)),
    on(
      -90,
      '12:00',
      attends('act-3', TEAM, 'Una propuesta. El sobre estaba cerrado.'),
      praises('witness-2', {
        stage: 'tender-observation',
        act: 'act-3',
        title: 'La apertura se transmitió en vivo',
        narrative: 'Más de cien personas la siguieron, y la grabación quedó publicada el mismo día.',
      }),
      obtains('witness-1', 'tender-observation', {
        'tender-notice': 'obtained',
        'bidding-documents': 'obtained',
        clarifications: 'obtained',
        'bid-opening-record': 'obtained',
      }),
    ),
    on(
      -86,
      '11:00',
      drafts('witness-1', {
        stage: 'tender-observation',
        summary:
          'Tres actos observados: la visita al sitio, la junta de aclaraciones y la apertura de la única propuesta.',
        conclusion:
          'Los actos fueron públicos y los documentos se entregaron a tiempo. Que llegara una sola propuesta es motivo para mirar con cuidado el fallo y el precio.',
        cites: ['observation-1', 'observation-2'],
      }),
      signs('witness-1', 'report-1'),
      publishes('witness-1', 'report-1'),
      advances(),
      schedules('award-ruling', [-76, '11:00'], { stage: 'award-review', place: 'Sala de licitaciones' }),
    ),
    on(
      -76,
      '12:00',
      attends('act-4', TEAM, 'El fallo se leyó completo.'),
      awards('bidder-1', PRICE),
      finds('witness-1', {
        stage: 'award-review',
        title: 'Única propuesta, y el precio no se comparó con el mercado',
        narrative:
          'El dictamen compara la propuesta con el presupuesto de la propia entidad, hecho dos años antes. No hay estudio de mercado posterior ni se dice por qué no vinieron otras empresas.',
        category: 'corruptionAwarded',
        severity: 'serious',
        noLegalBasisReason: 'Las bases no piden el estudio; el pacto sí obliga a explicar una propuesta única.',
        redFlags: ['flag-1'],
        pointers: ['/tender/numberOfTenderers'],
      }),
    ),
    on(
      -75,
      '10:00',
      tiesTo('witness-1', 'flag-1', 'observation-3'),
      notifies('witness-1', 'observation-3'),
      obtains('witness-2', 'award-review', {
        'bids-received': 'obtained',
        'evaluation-report': 'obtained',
        'award-ruling': 'obtained',
      }),
    ),
    on(
      -70,
      '12:00',
      replies(
        'authority-1',
        'observation-3',
        'Se agregó al expediente una comparación con tres puentes recientes: el costo por metro está entre ellos. En la próxima licitación se preguntará a quienes compraron bases por qué no participaron.',
      ),
    ),
    on(
      -68,
      '10:00',
      drafts('witness-1', {
        stage: 'award-review',
        summary: 'El fallo, su dictamen y la respuesta de la entidad al hallazgo sobre la propuesta única.',
        conclusion:
          'El fallo está motivado después de la respuesta de la entidad. La comparación de costos se hizo tarde, y por eso se recomienda hacerla antes.',
        cites: ['observation-3'],
        recommendations: [
          {
            to: 'Secretaría Ficticia de Caminos de Valdorada',
            recommends: 'Publicar un estudio de mercado antes de cada convocatoria de puentes.',
            due: [40, '12:00'],
          },
        ],
      }),
      signs('witness-1', 'report-2'),
      publishes('witness-1', 'report-2'),
    ),
    on(-64, '11:00', signsContract(PRICE), advances()),
    on(
      -63,
      '10:00',
      readsAgain(BRIDGE, { ...AWARDED, contract: { signed: [-64, '11:00'], until: [90, '18:00'] } }),
      does('witness-2', '/visits', ({ at }) => ({
        plannedAt: at(-40, '09:00'),
        place: 'Margen norte, junto al primer apoyo',
      })),
      does('witness-2', '/visits', ({ at }) => ({ plannedAt: at(7, '09:00'), place: 'Margen sur' })),
    ),
    on(-52, '10:00', asks('witness-2', '¿Quién eligió el laboratorio que revisa el concreto, y quién le paga?')),
    on(
      -47,
      '13:00',
      answers('authority-1', 'question-1', 'Lo eligió la supervisión entre tres acreditados. Le paga la Secretaría.'),
    ),
    on(
      -40,
      '12:00',
      visited('witness-2', {
        stage: 'implementation-monitoring',
        title: 'Primer apoyo colado; la bitácora está al día',
        narrative:
          'El primer apoyo está terminado y el segundo en armado. La bitácora se mostró sin demora. Los accesos del lado sur no han empezado, como dice el programa.',
        place: 'Margen norte, junto al primer apoyo',
        coordinates: { latitude: 24.501, longitude: -102.113, accuracyMetres: 15 },
      }),
      handsIn('witness-2', 'observation-4', photo('primer-apoyo.jpg', PILLARS)),
      does('witness-2', '/visits/visit-1/outcome', { outcome: 'done', note: 'Tres horas, con la supervisión.' }),
      finds('witness-2', {
        stage: 'implementation-monitoring',
        title: 'Falta el letrero con los datos del contrato',
        narrative: 'En ninguno de los dos accesos hay letrero con el monto, el plazo y dónde quejarse.',
        category: 'corruptionPublicDisclosure',
        severity: 'minor',
        provisions: [{ law: 'Contrato de la obra', provision: 'cláusula de publicidad' }],
      }),
    ),
    on(
      -34,
      '10:00',
      does('witness-1', '/breaches', {
        accused: 'bidder',
        bidder: 'bidder-1',
        provision: 'Segundo: entrada a la obra y vista de la bitácora.',
        circumstances: 'El residente no dejó entrar al colectivo un sábado de colado.',
      }),
    ),
    on(
      -32,
      '12:00',
      does('bidder-1', '/breaches/breach-1/answer', {
        answer: 'Fue un error del guardia. Ya tiene la lista de quienes entran siempre.',
      }),
    ),
    on(
      -29,
      '10:00',
      does('coordinator-1', '/breaches/breach-1/ruling', {
        consequence: 'warning',
        explanation: 'Negar la entrada incumple el pacto, aunque se haya corregido al día siguiente.',
      }),
    ),
    on(
      -20,
      '11:00',
      does('coordinator-1', '/amendments', ({ now }) => ({
        amendedAt: now,
        change: 'Se amplía el plazo en veinte días por la crecida del río; el monto no cambia.',
      })),
    ),
    on(
      -17,
      '10:00',
      does('witness-1', '/amendments/amendment-1/review', {
        conclusion: 'La crecida consta en la bitácora y en fotografías. El plazo es proporcionado.',
      }),
      asks('witness-2', '¿Cuándo se colocarán los letreros con los datos del contrato?'),
    ),
  ],
};
