import { mxFederal2025 } from '../../../domain/profiles/mx-federal-2025.ts';
import type { Official } from '../process.ts';
import { on, type Story } from '../story.ts';
import {
  advances,
  asks,
  attends,
  does,
  finds,
  joins,
  names,
  obtains,
  opens,
  proposes,
  schedules,
  signsPact,
  watched,
} from '../verbs.ts';

const UNDER = { instrument: 'integrity-pact', profile: mxFederal2025 } as const;

const BUSES: Official = {
  ocid: 'ocds-ejmplo-mx-autobuses-mezquital',
  title: 'Arrendamiento de 60 autobuses eléctricos para el corredor Mezquital',
  description: 'Arrendamiento por ocho años, con patio de carga y mantenimiento.',
  buyer: {
    id: 'EJ-MOV-05',
    name: 'Autoridad Ficticia del Transporte del Mezquital',
    locality: 'Mezquital',
    region: 'Valdorada',
  },
  category: 'services',
  value: { amount: 1_420_000_000, currency: 'MXN' },
  tender: [
    [-30, '09:00'],
    [-4, '10:00'],
  ],
  awardDue: [10, '18:00'],
};

const PACT = [
  'PACTO DE INTEGRIDAD DEL CORREDOR MEZQUITAL (ejemplo ficticio)',
  'Quien firma acepta que un testigo social vea cada paso de la contratación.',
].join('\n');

/** A bidder challenged the call: the case stands still, and so do its clocks. */
export const buses: Story = {
  name: 'autobuses',
  shows: 'Suspendido por una inconformidad',
  ...UNDER,
  scenes: [
    on(-42, '10:00', opens(UNDER, BUSES)),
    on(
      -41,
      '10:00',
      proposes('witness-2', 'El colectivo estudia el transporte de la zona desde hace años.'),
      proposes('witness-3', 'Contador, con experiencia en arrendamientos.'),
      names('authority-2', { 'internal-control': 'control-1' }),
    ),
    on(-39, '12:00', joins('witness-2', mxFederal2025), joins('witness-3', mxFederal2025)),
    on(-37, '10:00', signsPact('authority-2', 'Pacto de integridad del corredor Mezquital', PACT)),
    on(
      -35,
      '10:00',
      schedules('clarification-meeting', [-22, '10:00'], { place: 'Auditorio del Transporte' }),
      schedules('bid-opening', [-4, '10:30'], { place: 'Auditorio del Transporte' }),
      advances(),
    ),
    on(
      -22,
      '13:00',
      attends('act-1', ['witness-2', 'witness-3'], 'Ochenta y dos preguntas de siete empresas.'),
      watched('witness-2', {
        stage: 'tender-observation',
        act: 'act-1',
        title: 'Junta de aclaraciones de seis horas',
        narrative:
          'Se contestaron setenta y nueve de ochenta y dos preguntas; tres, sobre las baterías, quedaron para una segunda sesión.',
      }),
      obtains('witness-3', 'tender-observation', { 'tender-notice': 'obtained', 'bidding-documents': 'obtained' }),
      asks('witness-3', '¿Qué norma de baterías se exigirá, y por qué solo esa?'),
    ),
    on(
      -20,
      '11:00',
      finds('witness-3', {
        stage: 'tender-observation',
        title: 'La ficha de baterías describe un solo modelo',
        narrative:
          'Las medidas y el voltaje que pide el anexo técnico coinciden, al milímetro, con un modelo comercial. No se admite equivalente.',
        category: 'corruptionBiddingDocuments',
        severity: 'serious',
        noLegalBasisReason: 'Se espera la respuesta de la convocante antes de citar la norma.',
        pointers: ['/tender/title'],
      }),
      does('witness-3', '/observations/observation-2/notification'),
    ),
    on(
      -17,
      '10:00',
      does('coordinator-1', '/suspension', {
        reason: 'challenge',
        explanation:
          'Una empresa se inconformó contra el anexo técnico de baterías. La autoridad que la resuelve ordenó detener la licitación.',
      }),
    ),
  ],
};
