import { do18315 } from '../../../domain/profiles/do-183-15.ts';
import type { Official } from '../process.ts';
import { on, type Story } from '../story.ts';
import {
  advances,
  asks,
  attends,
  constitutes,
  joins,
  names,
  obtains,
  opens,
  proposes,
  schedules,
  watched,
} from '../verbs.ts';

const UNDER = { instrument: 'oversight-committee', profile: do18315 } as const;

const UNIFORMS: Official = {
  ocid: 'ocds-ejmplo-do-uniformes-guayacan',
  title: 'Uniformes escolares del distrito Guayacán',
  description: 'Camisas, pantalones y faldas para 9,700 estudiantes, confeccionados por talleres locales.',
  buyer: {
    id: 'EJ-EDU-08',
    name: 'Instituto Ficticio de Ayuda Escolar',
    locality: 'Guayacán',
    region: 'Provincia Imaginaria',
  },
  category: 'goods',
  value: { amount: 41_300_000, currency: 'DOP' },
  tender: [
    [-60, '09:00'],
    [-38, '10:00'],
  ],
};
const TEAM = ['member-5', 'member-6', 'member-7'];

/** The committee went to one act and was not heard of again: the record says so by itself, and its question went unanswered too. */
export const uniforms: Story = {
  name: 'uniformes',
  shows: 'Una comisión en silencio',
  ...UNDER,
  scenes: [
    on(-70, '09:00', opens(UNDER, UNIFORMS)),
    on(
      -69,
      '10:00',
      proposes('member-5', 'Electricista; padre de dos alumnas.', 'private-sector'),
      proposes('member-6', 'Docente jubilada.', 'universities'),
      proposes('member-7', 'Transportista del distrito.', 'independents'),
    ),
    on(
      -67,
      '15:00',
      TEAM.flatMap((person) => joins(person, do18315)),
    ),
    on(
      -65,
      '11:00',
      names('authority-2'),
      constitutes(
        ['member-6', 'member-5'],
        'Vigilar que los uniformes se compren a talleres del distrito y lleguen a tiempo.',
        29,
      ),
      schedules('clarification-meeting', [-50, '10:00'], { place: 'Biblioteca de Guayacán' }),
      schedules('bid-opening', [-38, '10:30'], { place: 'Sede del Instituto' }),
      advances(),
    ),
    on(
      -50,
      '12:00',
      attends('act-1', ['member-6', 'member-5'], 'Nueve talleres.'),
      watched('member-6', {
        stage: 'tender-observation',
        act: 'act-1',
        title: 'Los talleres pidieron entregas por partes',
        narrative:
          'El Instituto ofreció estudiarlo. Nueve talleres dijeron que sin anticipo no pueden comprar la tela.',
      }),
      asks('member-6', '¿Habrá anticipo para los talleres, y de cuánto?'),
      obtains('member-5', 'tender-observation', { 'tender-notice': 'obtained' }),
    ),
  ],
};
