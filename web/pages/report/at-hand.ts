import type { Block, ItemOf, SectionName } from '../../../functions/_http/report-document.ts';
import type { ReportWriting } from '../../../functions/_reports/said.ts';

/** One section of a report, as far as a page shows it. */
export interface ReportSection {
  readonly name: SectionName;
  readonly blocks: readonly Block[];
}

/** What a part of a report is drawn from: what it tells, and how it is written. */
export interface Written<Name extends SectionName = SectionName> {
  readonly of: readonly ItemIn<Name>[];
  readonly writing: ReportWriting;
}

type BlockIn<Name extends SectionName> = {
  readonly [Each in SectionName]: { readonly section: Each; readonly item: ItemOf<Each> };
}[Name];
export type ItemIn<Name extends SectionName> = BlockIn<Name>['item'];

const isOf =
  <Name extends SectionName>(name: Name) =>
  (block: Block): block is BlockIn<Name> =>
    block.section === name;

/** The items of one section. */
export const itemsOf = <Name extends SectionName>(blocks: readonly Block[], name: Name): readonly ItemIn<Name>[] =>
  blocks.filter(isOf(name)).map((block) => block.item);
