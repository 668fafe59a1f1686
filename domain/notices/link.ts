/** Where the API lists or shows the things of a case, by their kind. */
const PLACES: Readonly<Record<string, (caseLink: string, id: string) => string>> = {
  observation: (of, id) => `${of}/observations/${id}`,
  report: (of, id) => `${of}/reports/${id}`,
  escalation: (of) => `${of}/escalations`,
  question: (of) => `${of}/questions`,
  breach: (of) => `${of}/breaches`,
  recommendation: (of) => `${of}/recommendations`,
  proceeding: (of) => `${of}/proceedings`,
  tip: (of, id) => `${of}/tips/${id}`,
  draw: (of) => `${of}/draws`,
  act: (of) => `${of}/acts`,
  visit: (of) => `${of}/visits`,
  amendment: (of) => `${of}/amendments`,
  flag: (of) => `${of}/flags`,
  bidder: (of) => `${of}/bidders`,
  change: (of) => `${of}/process/changes`,
};

const ROSTER = 'roster:';

/** The path at which whoever was told can look: to the thing that the event names, or to the case. It says no more than the event. */
export const linkTo = ({ stream, about }: { readonly stream: string; readonly about?: string }): string => {
  if (stream.startsWith(ROSTER)) return `/roster/${stream.slice(ROSTER.length)}`;
  const of = `/cases/${stream}`;
  const [id = '', kind = ''] = /^([a-z]+)-\d+$/.exec(about ?? '') ?? [];
  return PLACES[kind]?.(of, id) ?? of;
};
