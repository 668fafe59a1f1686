import { commitmentText } from '../../../domain/draw/algorithm.ts';
import { mxFederal2025 } from '../../../domain/profiles/mx-federal-2025.ts';
import type { Official } from '../process.ts';
import { type Act, on, type Story } from '../story.ts';
import { does, hashOf, names, opens, schedules } from '../verbs.ts';

const UNDER = { instrument: 'integrity-pact', profile: mxFederal2025, monitored: true } as const;

const HOSPITAL: Official = {
  ocid: 'ocds-ejmplo-mx-hospital-arrayan',
  title: 'Equipamiento de quirófanos del Hospital Regional El Arrayán',
  description:
    'Mesas quirúrgicas, lámparas y máquinas de anestesia para seis quirófanos, con instalación y capacitación.',
  buyer: {
    id: 'EJ-SAL-01',
    name: 'Instituto Ficticio de Salud de Arrayanes',
    locality: 'El Arrayán',
    region: 'Valdorada',
  },
  category: 'goods',
  value: { amount: 148_600_000, currency: 'MXN' },
  tender: [
    [6, '09:00'],
    [26, '10:00'],
  ],
  awardDue: [36, '18:00'],
};

const PACT = 'PACTO DE INTEGRIDAD DEL HOSPITAL EL ARRAYÁN (ejemplo ficticio)\n';

const PARTIES = ['coordinator-1', 'authority-1'];
const secretOf = (party: string): string => hashOf(`lo que ${party} guarda para el sorteo del hospital`);

const commits = (party: string): Act =>
  does(party, '/draws/draw-1/commitment', ({ case: of }) => ({
    commitment: hashOf(commitmentText({ case: of, draw: 'draw-1', party, value: secretOf(party) })),
  }));

/** The team is drawn by lot; one of those drawn has declared an impediment, the other has not answered yet. */
export const hospital: Story = {
  name: 'hospital',
  shows: 'Designación por sorteo, con un impedimento por resolver',
  ...UNDER,
  scenes: [
    on(-8, '10:00', opens(UNDER, HOSPITAL)),
    on(-7, '11:30', names('authority-1', { 'internal-control': 'control-1' })),
    on(
      -6,
      '09:15',
      does('coordinator-1', '/draws', ({ at }) => ({
        candidates: ['witness-1', 'witness-2', 'witness-3'],
        places: 2,
        alternates: 1,
        source: {
          kind: 'commit-reveal',
          parties: PARTIES,
          revealBefore: at(-4, '18:00'),
          beacon: 'drand-quicknet',
          publishedAfter: at(-3, '09:00'),
        },
      })),
      PARTIES.map(commits),
    ),
    on(
      -4,
      '12:00',
      PARTIES.map((party) => does(party, '/draws/draw-1/reveal', { value: secretOf(party) })),
    ),
    on(
      -3,
      '10:00',
      // A value made up for this example, where in earnest the beacon’s own stands.
      does('coordinator-1', '/draws/draw-1/public-value', { value: hashOf('valor público de ejemplo') }),
      does('coordinator-1', '/draws/draw-1/lots'),
    ),
    // The lot fell on these two: the same values give the same lot in every telling.
    on(
      -2,
      '11:00',
      does('witness-3', '/team/acceptance'),
      does('witness-3', '/team/declaration', {
        answers: mxFederal2025.impedimentQuestions.value.map(({ id }) => ({
          question: id,
          yes: id === 'conflict-of-interest',
        })),
        explanation:
          'Un hermano repara equipos de anestesia para un posible licitante. Pido que se resuelva si eso me impide.',
      }),
      does('coordinator-1', '/pact/text', {
        documentHash: hashOf(PACT),
        title: 'Pacto de integridad del Hospital El Arrayán',
        language: 'es',
        version: '1',
      }),
    ),
    on(-1, '10:00', schedules('clarification-meeting', [14, '11:00'], { place: 'Auditorio del Instituto de Salud' })),
  ],
};
