import type { Moment } from './story.ts';

/** A company of a story. Its name is made up, and so is its number. */
export interface Company {
  readonly id: string;
  readonly name: string;
}

/** The official data of a contracting process, as its buyer would publish them. */
export interface Official {
  readonly ocid: string;
  readonly title: string;
  readonly description: string;
  readonly buyer: { readonly id: string; readonly name: string; readonly locality: string; readonly region: string };
  readonly category: 'goods' | 'services' | 'works';
  readonly method?: 'open' | 'selective';
  readonly value: { readonly amount: number; readonly currency: string };
  /** From when to when bids are taken: working days and times of the story. */
  readonly tender: readonly [from: readonly [number, string], to: readonly [number, string]];
  /** Until when the ruling is due. */
  readonly awardDue?: readonly [number, string];
}

/** What became known of it later. */
export interface Known {
  readonly tenderers?: readonly Company[];
  readonly award?: {
    readonly to: Company;
    readonly on: readonly [number, string];
    readonly amount: number;
  };
  readonly contract?: { readonly signed: readonly [number, string]; readonly until: readonly [number, string] };
  readonly status?: 'active' | 'complete' | 'cancelled' | 'unsuccessful';
}

/** The OCDS release of the process on a day, with what was known by then. */
export const released =
  (official: Official, known: Known = {}) =>
  ({ now, at }: Moment) => {
    const { ocid, buyer, value, tender, awardDue, method = 'open' } = official;
    const { tenderers = [], award, contract, status = 'active' } = known;
    const of = ({ id, name }: { id: string; name: string }) => ({ id, name });
    const [from, to] = tender;
    return {
      ocid,
      id: `${ocid}-${now.slice(0, 10)}`,
      date: now,
      tag: ['tender', ...(award === undefined ? [] : ['award']), ...(contract === undefined ? [] : ['contract'])],
      initiationType: 'tender',
      language: 'es',
      parties: [
        {
          ...of(buyer),
          identifier: { scheme: 'X-EJEMPLO', id: buyer.id, legalName: buyer.name },
          address: { locality: buyer.locality, region: buyer.region },
          roles: ['buyer', 'procuringEntity'],
        },
        ...tenderers.map((company) => ({
          ...of(company),
          identifier: { scheme: 'X-EJEMPLO', id: company.id, legalName: company.name },
          roles: ['tenderer', ...(award?.to.id === company.id ? ['supplier'] : [])],
        })),
      ],
      buyer: of(buyer),
      tender: {
        id: `${ocid}-tender`,
        title: official.title,
        description: official.description,
        status,
        procuringEntity: of(buyer),
        value,
        procurementMethod: method,
        mainProcurementCategory: official.category,
        tenderPeriod: { startDate: at(...from), endDate: at(...to) },
        ...(awardDue === undefined ? {} : { awardPeriod: { startDate: at(...to), endDate: at(...awardDue) } }),
        ...(tenderers.length === 0 ? {} : { numberOfTenderers: tenderers.length, tenderers: tenderers.map(of) }),
      },
      ...(award === undefined
        ? {}
        : {
            awards: [
              {
                id: `${ocid}-award`,
                status: 'active',
                date: at(...award.on),
                value: { amount: award.amount, currency: value.currency },
                suppliers: [of(award.to)],
              },
            ],
          }),
      ...(award === undefined || contract === undefined
        ? {}
        : {
            contracts: [
              {
                id: `${ocid}-contract`,
                awardID: `${ocid}-award`,
                status: 'active',
                dateSigned: at(...contract.signed),
                period: { startDate: at(...contract.signed), endDate: at(...contract.until) },
                value: { amount: award.amount, currency: value.currency },
              },
            ],
          }),
    };
  };
