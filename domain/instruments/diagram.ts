import type { Instrument } from './instrument.ts';

/** The Mermaid state diagram of an instrument, drawn from its data: what must hold stands on the arrows. */
export const diagramOf = (instrument: Instrument): string => {
  const lines = ['stateDiagram-v2', '  direction TB', `  [*] --> ${idOf('appointment')}`];
  for (const { stage } of instrument.stages) lines.push(`  state "${stage}" as ${idOf(stage)}`);
  instrument.stages.forEach(({ stage, requirements }, index) => {
    const following = instrument.stages[index + 1];
    if (following === undefined) return;
    lines.push(`  ${idOf(stage)} --> ${idOf(following.stage)}: ${requirements.join('<br/>')}`);
    const after = instrument.stages[index + 2];
    if (following.optional && after !== undefined) {
      lines.push(`  ${idOf(stage)} --> ${idOf(after.stage)}: the same, monitoring off or no award`);
    }
    if (!['final-report', 'closed'].includes(following.stage) || following.stage === 'final-report') {
      if (stage !== 'final-report') lines.push(`  ${idOf(stage)} --> ${idOf('final-report')}: process ended`);
    }
  });
  lines.push(`  ${idOf('closed')} --> [*]`);
  return lines.join('\n');
};

const idOf = (stage: string): string => stage.replaceAll('-', '_');
