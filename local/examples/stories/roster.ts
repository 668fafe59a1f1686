import { mxFederal2025 } from '../../../domain/profiles/mx-federal-2025.ts';
import { on, type Story } from '../story.ts';
import { does } from '../verbs.ts';

const WITNESSES = {
  'witness-1': 'Amapola Ejemplo Inventada',
  'witness-2': 'Colectivo Ciudadano de Ejemplo Tres Cedros',
  'witness-3': 'Jacinto Ejemplo Imaginario',
};

/** Not a case of its own: the witnesses of the stories come into the roster, as the Mexican profiles ask. */
export const roster: Story = {
  name: 'padron',
  shows: 'Padrón de testigos',
  instrument: 'integrity-pact',
  profile: mxFederal2025,
  scenes: [
    on(
      -116,
      '09:00',
      Object.entries(WITNESSES).map(([person, name], index) =>
        does('administrator-1', '/roster', ({ date }) => ({
          person,
          kind: name.startsWith('Colectivo') ? 'organisation' : 'person',
          name,
          accreditation: {
            number: `TS-EJEMPLO-${index + 1}`,
            issuer: 'Padrón de testigos sociales (ejemplo ficticio)',
            validFrom: date(-200),
            validTo: date(500),
            specialities: ['works', 'health'],
          },
        })),
      ),
    ),
  ],
};
