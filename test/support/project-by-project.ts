import { createHash } from 'node:crypto';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest of a project goes first: at its end no worker should be left alone with one of these. */
const LONGEST = ['browser/screens', 'browser/desk-stories', 'integration/local-start', 'integration/killed-documents'];

const isLong = (path: string): boolean => LONGEST.some((name) => path.endsWith(`/${name}.test.ts`));

/**
 * Another order with each seed, but all files of a project in a row, the projects in the order of the configuration: a process that
 * several files share is kept only as long as the next file is of its project too. Mixed with others, each file would read the house anew.
 */
export class ProjectByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const projects = this.ctx.projects.map(({ name }) => name);
    const { seed } = this.ctx.config.sequence;
    const placed = files.map((file) => ({
      file,
      project: projects.indexOf(file.project.name),
      rank: isLong(file.moduleId) ? 0 : 1,
      lot: createHash('sha256').update(`${seed} ${file.moduleId}`).digest('hex'),
    }));
    placed.sort((one, other) => one.project - other.project || one.rank - other.rank || (one.lot < other.lot ? -1 : 1));
    return placed.map(({ file }) => file);
  }
}
