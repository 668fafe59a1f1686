import { mxCoahuila } from '../../../domain/profiles/mx-coahuila.ts';
import type { Official } from '../process.ts';
import { on, type Story } from '../story.ts';
import {
  advances,
  attends,
  claims,
  codes,
  comments,
  does,
  drafts,
  finds,
  follows,
  isHindered,
  joins,
  names,
  notifies,
  obtains,
  opens,
  proposes,
  publishes,
  replies,
  schedules,
  sendsForReply,
  signs,
  signsPact,
  watched,
} from '../verbs.ts';

const UNDER = { instrument: 'integrity-pact', profile: mxCoahuila } as const;

const ROAD: Official = {
  ocid: 'ocds-ejmplo-mx-camino-encinillas',
  title: 'Pavimentación del camino Encinillas – Las Lilas',
  description: 'Siete kilómetros de carpeta asfáltica y doce obras de drenaje menor.',
  buyer: {
    id: 'EJ-OBR-06',
    name: 'Dirección Ficticia de Caminos del Nogalar',
    locality: 'Encinillas',
    region: 'Nogalar',
  },
  category: 'works',
  value: { amount: 38_900_000, currency: 'MXN' },
  tender: [
    [-80, '09:00'],
    [-62, '10:00'],
  ],
};

const PACT = [
  'PACTO DE INTEGRIDAD DEL CAMINO ENCINILLAS (ejemplo ficticio)',
  'Las partes se obligan a la honradez y a dejarse ver.',
].join('\n');
const TEAM = ['witness-2', 'witness-3'];

/** The tender was cancelled; what the witnesses saw is reported all the same, and the case is closed. */
export const road: Story = {
  name: 'camino',
  shows: 'Cerrado tras la cancelación de la licitación',
  ...UNDER,
  scenes: [
    on(-90, '10:00', opens(UNDER, ROAD)),
    on(
      -89,
      '10:00',
      proposes('witness-2', 'El colectivo tiene vecinos en las dos puntas del camino.'),
      proposes('witness-3', 'Contador; revisó presupuestos de caminos.'),
      names('authority-1', { 'internal-control': 'control-3' }),
    ),
    on(
      -87,
      '12:00',
      TEAM.flatMap((person) => joins(person, mxCoahuila)),
    ),
    on(-86, '10:00', signsPact('authority-1', 'Pacto de integridad del camino Encinillas', PACT)),
    on(
      -84,
      '10:00',
      schedules('site-visit', [-74, '09:00'], { place: 'Kilómetro cero, plaza de Encinillas' }),
      schedules('clarification-meeting', [-72, '11:00'], { place: 'Casa ejidal de Las Lilas' }),
      schedules('bid-opening', [-62, '10:30'], { place: 'Dirección de Caminos' }),
      advances(),
    ),
    on(
      -74,
      '13:00',
      attends('act-1', ['witness-2'], 'Se recorrieron los siete kilómetros.'),
      finds('witness-2', {
        stage: 'tender-observation',
        act: 'act-1',
        title: 'Tres de las doce obras de drenaje ya están hechas',
        narrative:
          'En los kilómetros 2, 4 y 5 hay alcantarillas nuevas, con fecha de este año en el concreto. El catálogo de conceptos las vuelve a pagar.',
        place: 'Kilómetros 2, 4 y 5 del camino',
        category: 'corruptionBiddingDocuments',
        severity: 'serious',
        noLegalBasisReason: 'Se notificó antes de buscar la norma, para que se corrija a tiempo.',
      }),
      notifies('witness-2', 'observation-1'),
    ),
    on(
      -72,
      '13:00',
      attends('act-2', TEAM, 'Dos empresas y treinta ejidatarios.'),
      watched('witness-3', {
        stage: 'tender-observation',
        act: 'act-2',
        title: 'Los ejidatarios mostraron fotografías de las alcantarillas',
        narrative: 'La Dirección prometió revisar el catálogo y contestar en cinco días.',
      }),
      isHindered('witness-3', {
        stage: 'tender-observation',
        title: 'El catálogo de conceptos solo está en papel',
        narrative: 'Para revisarlo hay que ir a la Dirección. No se permitió fotografiarlo.',
      }),
      obtains('witness-3', 'tender-observation', {
        'tender-notice': 'obtained',
        'bidding-documents': 'incomplete: Sin el catálogo de conceptos en formato electrónico.',
      }),
    ),
    on(
      -68,
      '12:00',
      replies(
        'authority-1',
        'observation-1',
        'Es cierto. Las tres obras se pagaron con otro programa. El catálogo se rehará, y por eso se cancela la licitación.',
      ),
    ),
    on(
      -66,
      '10:00',
      does('authority-1', '/acts/act-3/cancellation', { reason: 'La licitación se cancela para rehacer el catálogo.' }),
      does('coordinator-1', '/process-end', {
        ending: 'cancelled',
        explanation: 'La Dirección canceló la licitación para quitar del catálogo tres obras ya construidas.',
      }),
    ),
    on(
      -65,
      '10:00',
      drafts('witness-2', {
        stage: 'final-report',
        summary:
          'Testimonio sobre la licitación del camino Encinillas – Las Lilas, desde la firma del pacto hasta su cancelación.',
        conclusion:
          'Los testigos recorrieron el camino y encontraron construidas tres obras que el catálogo volvía a pagar. La Dirección lo reconoció y canceló la licitación. El acceso al catálogo fue malo: solo en papel y sin copia. Cancelar a tiempo evitó un pago doble, y así debe decirse.',
        cites: ['observation-1', 'observation-2', 'observation-3'],
        recommendations: [
          {
            to: 'Dirección Ficticia de Caminos del Nogalar',
            recommends: 'Publicar el catálogo de conceptos como archivo que se pueda buscar.',
            due: [-10, '12:00'],
          },
        ],
      }),
      sendsForReply('witness-2', 'report-1'),
    ),
    on(-64, '12:00', comments('authority-1', 'report-1', 'Sin objeciones. El catálogo nuevo se publicará completo.')),
    on(-63, '11:00', signs('witness-2', 'report-1'), publishes('witness-2', 'report-1')),
    on(
      -60,
      '11:00',
      codes('effectiveness', {
        codes: ['achieved'],
        reasons: 'El pago doble no ocurrió.',
        asked: 'Comisariado ejidal',
        said: 'Si nadie camina el camino, lo pagan otra vez.',
      }),
      codes('openness', {
        codes: ['notAchieved'],
        reasons: 'El catálogo no se entregó en formato electrónico.',
        asked: 'Ingeniero de la Dirección',
        said: 'Así se ha hecho siempre; vamos a cambiarlo.',
      }),
      claims('involve', 'Los ejidatarios mostraron las pruebas en la junta y la decisión cambió por ellas.'),
      advances(),
    ),
    on(
      -8,
      '10:00',
      follows('witness-2', 'recommendation-1', {
        level: 'formal',
        evidence: 'La Dirección anunció por oficio que lo hará; el catálogo aún no está publicado.',
      }),
    ),
  ],
};
