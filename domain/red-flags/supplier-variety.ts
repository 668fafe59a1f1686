import type { Comparison } from './comparison.ts';
import type { Evidence } from './evidence.ts';
import { organisationKey } from './organisation-key.ts';
import { NOT_RAISED, notApplicable, notComputable, type Outcome, raised, rounded } from './outcome.ts';
import { isHigh } from './quartiles.ts';

/** Cardinal R048: only suppliers of at least this many contracting processes are compared. */
export const PROCESSES_OF_SUPPLIER_MIN = 20;

/**
 * R048. The kinds of things that a supplier of this process was awarded, over all processes compared, are a high outlier. One process
 * alone says nothing of it.
 */
export const heterogeneousSupplier = (evidence: Evidence, comparison: Comparison | undefined): Outcome => {
  const { active, awardsMissing } = evidence;
  if (active.length === 0) {
    return awardsMissing.length > 0 ? notComputable(...awardsMissing) : notApplicable('nothing-awarded');
  }
  const ofOne = active.filter(({ suppliers }) => suppliers.length === 1);
  if (ofOne.length === 0) {
    return active.some(({ suppliers }) => suppliers.length > 1)
      ? notApplicable('several-suppliers')
      : notComputable('award-suppliers');
  }
  const classified = ofOne.filter(({ classes }) => classes !== undefined);
  if (comparison === undefined) {
    return notComputable(...(classified.length < ofOne.length ? (['item-classification'] as const) : []), 'comparison');
  }
  if (classified.length === 0) return notComputable('item-classification');
  const { byKey, fences } = comparison.varieties;
  const varieties = classified
    .flatMap(({ suppliers }) => suppliers)
    .flatMap((supplier) => byKey.get(organisationKey(supplier)) ?? [])
    .filter(({ processes }) => processes >= PROCESSES_OF_SUPPLIER_MIN)
    .map(({ classes }) => classes.size);
  if (fences === undefined || varieties.length === 0) return notApplicable('too-few-in-comparison');
  const variety = Math.max(...varieties);
  if (isHigh(variety, fences)) {
    return raised({ classes: variety, fence: rounded(fences.upper), compared: fences.count });
  }
  return classified.length < ofOne.length ? notComputable('item-classification') : NOT_RAISED;
};
