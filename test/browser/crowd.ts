import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { memoryClock } from '../../functions/_ports/memory/memory-clock.ts';
import { startSystem } from '../../local/system.ts';
import { type Door, fieldOf } from '../../local/walk/hand.ts';
import { httpDoor } from '../../local/walk/http-door.ts';
import { beginningOf, walkCase } from '../../local/walk/walk.ts';
import { chosenOf, untilReport } from './world.ts';

/** A house with more in it, and longer words, than anybody hopes for. */
export interface Crowd {
  readonly url: string;
  /** The case with the many observations. */
  readonly busy: string;
  stop(): Promise<void>;
}

const CASES = 200;
const OBSERVATIONS = 500;
const SIDE_BY_SIDE = 4;
const STARTED_AT = '2026-02-01T15:00:00.000Z';

const AUTHORITY =
  'Dirección General de Infraestructura Vial y Telecomunicaciones Intermunicipales para el Desarrollo Sostenible de las Comunidades Rurales del Altiplano Central';
const UNBROKEN = 'Electroencefalografistaotorrinolaringologoesternocleidomastoideodesoxirribonucleico';

/** What cases and observations are called: long, of one word, with signs of other scripts, written from the right, and short. */
const TITLES = [
  'Construcción, rehabilitación, ampliación y mantenimiento del sistema de alcantarillado sanitario y de la planta de tratamiento de aguas residuales de los municipios de San Juan Ixtaltepec',
  `Adquisición de ${UNBROKEN}`,
  'Señalización 🚧 y semáforos 🚦 de la ruta escolar 👩🏽‍🏫',
  'توريد وجبات مدرسية لمدارس المنطقة الشرقية',
  'Vías',
] as const;
const titled = (number: number): string => `${TITLES[number % TITLES.length] ?? ''} (${number})`;

const INSTRUMENT = 'oversight-committee';
const EXAMPLE = new URL('../../local/examples/oversight-committee-school-meals.json', import.meta.url);

const exampleOf = async () => {
  const text = await readFile(EXAMPLE, 'utf8');
  return (number: number): unknown =>
    JSON.parse(
      text
        .replaceAll('ocds-1s5r26-ICE-CCC-LPN-2026-0003', ocidOf(number))
        .replaceAll('Instituto de Comedores Escolares de Isla Serena', AUTHORITY)
        .replaceAll('Suministro de raciones de almuerzo escolar, distrito Loma del Cacao', titled(number)),
    );
};

const ocidOf = (number: number): string => `ocds-1s5r26-GENTIO-${String(number).padStart(4, '0')}`;

/** Does something for each number, some side by side. */
const forEachOf = async (count: number, work: (number: number) => Promise<void>): Promise<void> => {
  let next = 0;
  const worker = async () => {
    while (next < count) {
      next += 1;
      await work(next);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
};

/** A whole system over its real stores, with two hundred cases, and five hundred observations in one. It takes a minute or two. */
export const startCrowd = async (folder: string): Promise<Crowd> => {
  const path = join(folder, 'crowd');
  await mkdir(path, { recursive: true });
  const clock = memoryClock(STARTED_AT);
  const system = await startSystem({ folder: path, port: 0, clock, quiet: true });
  try {
    const door = httpDoor(system);
    const documentOf = await exampleOf();
    const busy = await untilReport(door, async (through) => {
      const document = documentOf(0);
      const process = chosenOf(document);
      clock.set(beginningOf(process, clock.now()));
      await walkCase(through, { now: clock.now, moveTo: clock.set }, { document, process, instrument: INSTRUMENT });
    });
    const hand = handOver(door);
    await openMany(hand, documentOf);
    await fileMany(hand, busy, clock.now());
    await system.settled();
    await system.sweep();
    await system.settled();
    return { url: system.url, busy, stop: () => system.stop() };
  } catch (error) {
    await system.stop();
    throw error;
  }
};

type Hand = (person: string, path: string, body: object) => Promise<unknown>;

/** Does what must succeed. Throws with what was said otherwise. */
const handOver = ({ post }: Door): Hand => {
  let sent = 0;
  return async (person, path, body) => {
    sent += 1;
    const answered = await post(person, path, { body, idempotencyKey: `crowd-${sent}` });
    if (answered.status < 300) return answered.body;
    throw new Error(`${person} could not POST ${path}: ${JSON.stringify(answered.body)}`);
  };
};

const TEAM = ['member-1', 'member-2', 'member-3'] as const;
const SECTORS = ['universities', 'private-sector', 'churches'] as const;
const REASON = `Acreditada por la organización, con experiencia en ${UNBROKEN} y sin otro caso de este tamaño por ahora.`;
/** Every so many cases have a proposed team, which owes an answer. */
const WITH_TEAM_EVERY = 3;

/** Opens the other cases, each with somebody of its authority. */
const openMany = async (hand: Hand, documentOf: (number: number) => unknown): Promise<void> =>
  forEachOf(CASES - 1, async (number) => {
    const opened = await hand('coordinator-1', '/cases', {
      instrument: INSTRUMENT,
      ocds: documentOf(number),
      ocid: ocidOf(number),
    });
    const at = `/cases/${fieldOf(opened, 'case')}`;
    await hand('coordinator-1', `${at}/liaisons`, { person: 'authority-1', kind: 'contracting-authority' });
    if (number % WITH_TEAM_EVERY !== 0) return;
    for (const [index, person] of TEAM.entries()) {
      await hand('coordinator-1', `${at}/team`, { person, reason: REASON, sector: SECTORS[index] });
    }
  });

const NARRATIVE =
  'El acta no menciona que el sobre económico estaba abierto sobre la mesa cuando entró el comité; la secretaria técnica lo guardó en una gaveta sin llave. ';
const TYPES = ['good-practice', 'access-obstacle', 'finding', 'site-visit'] as const;
const SEVERITIES = ['minor', 'serious', 'grave'] as const;

/** One after the other: each is a step of the same record. */
const fileMany = async (hand: Hand, caseId: string, observedAt: string): Promise<void> => {
  for (let number = 1; number <= OBSERVATIONS; number += 1) {
    const type = TYPES[number % TYPES.length];
    await hand(TEAM[number % TEAM.length] ?? '', `/cases/${caseId}/observations`, {
      type,
      stage: 'tender-observation',
      observedAt,
      language: 'es',
      title: titled(number),
      narrative: NARRATIVE.repeat(1 + (number % 8)),
      visibility: number % 5 === 0 ? 'after-award' : 'public',
      place: AUTHORITY.slice(0, 200),
      ...(type === 'finding'
        ? {
            category: 'corruptionConsideration',
            severity: SEVERITIES[number % SEVERITIES.length],
            noLegalBasisReason: `Se consulta la norma sobre ${UNBROKEN}.`,
          }
        : {}),
    });
  }
};
