import type { Instrument, StageOfInstrument } from './instrument.ts';

/** The Mermaid state diagram of an instrument, drawn from its data: what must hold stands on the arrows. */
export const diagramOf = ({ stages }: Instrument): string =>
  [
    'stateDiagram-v2',
    '  direction TB',
    ...stages.map(({ stage }) => `  state "${stage}" as ${idOf(stage)}`),
    '  [*] --> appointment',
    ...stages.flatMap((stage, index) => arrowsFrom(stage, stages.slice(index + 1))),
    '  closed --> [*]',
  ].join('\n');

const arrowsFrom = (
  { stage, requirements }: StageOfInstrument,
  [next, afterNext]: readonly StageOfInstrument[],
): readonly string[] => {
  if (next === undefined) return [];
  return [
    arrow(stage, next.stage, requirements.join('<br/>')),
    ...(next.optional && afterNext !== undefined
      ? [arrow(stage, afterNext.stage, 'the same, without monitoring or award')]
      : []),
    ...(stage === 'final-report' ? [] : [arrow(stage, 'final-report', 'the process ended early')]),
  ];
};

const arrow = (from: string, to: string, because: string): string => `  ${idOf(from)} --> ${idOf(to)}: ${because}`;

const idOf = (stage: string): string => stage.replaceAll('-', '_');
