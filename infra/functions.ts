/** What every function must say of itself before it may exist. */
export interface FunctionDeclaration {
  /** What a person loses when this function fails, in plain words. It becomes the text of the alarms. */
  readonly impactWhenFailing: string;
  readonly memoryMiB: number;
  readonly timeoutSeconds: number;
  /** What it runs on; arm64 unless said. */
  readonly processor?: 'x86_64';
  /** Disk for one run; 512 unless said. */
  readonly storageMiB?: number;
}

/** A person waits: processor time grows with memory, and a cold start is all processor. */
const WHILE_SOMEBODY_WAITS = { memoryMiB: 1024, timeoutSeconds: 10 } as const;
const IN_THE_BACKGROUND = { memoryMiB: 512, timeoutSeconds: 60 } as const;

/** One function for each audience, each behind the same HTTP API with a role of its own. */
export const apiFunctions = {
  'witness-api': {
    impactWhenFailing:
      'Witnesses and committee members cannot file what they see. An act that takes place meanwhile is over before it can be recorded, ' +
      'and a grave finding cannot be escalated.',
    ...WHILE_SOMEBODY_WAITS,
  },
  'coordinator-api': {
    impactWhenFailing:
      'Coordinators cannot appoint teams, move a case to its next stage or publish a report. The procurement goes on ' +
      'unobserved while they wait.',
    ...WHILE_SOMEBODY_WAITS,
  },
  'authority-api': {
    impactWhenFailing:
      'Contracting authorities, bidders and control authorities cannot answer findings and escalations. Their time to reply runs out ' +
      'although they are willing to reply.',
    ...WHILE_SOMEBODY_WAITS,
  },
  'agenda-api': {
    impactWhenFailing:
      'Coordinators do not see what is due, who is silent and who has too much to do, and cannot reassign; calendars of witnesses and ' +
      'members no longer learn of new dates and cancellations. An act can take place without its team.',
    ...WHILE_SOMEBODY_WAITS,
    // A reassignment gives up to two hundred commands one after the other.
    timeoutSeconds: 29,
  },
  'documents-api': {
    impactWhenFailing:
      'Nobody can hand in photos, scans and recordings, or open those that are there. Files wait on the telephones of witnesses, where ' +
      'they can be lost or taken.',
    ...WHILE_SOMEBODY_WAITS,
  },
  'bundle-api': {
    impactWhenFailing:
      'Control authorities cannot fetch the evidence of what was escalated to them as one file that they can check and keep. They still ' +
      'read the findings one by one.',
    memoryMiB: 1769,
    // The gateway waits for thirty seconds: a bundle that takes longer is kept all the same, and there when it is asked for again.
    timeoutSeconds: 290,
  },
  'escalations-api': {
    impactWhenFailing:
      'Nobody can look up what became of an escalation and what followed from it, and no petition or complaint is prefilled. What is ' +
      'due is still listed, and can be answered.',
    ...WHILE_SOMEBODY_WAITS,
  },
  'notices-api': {
    impactWhenFailing:
      'People cannot see what they were told nor say how they want to be told, and control authorities cannot look after their webhooks. ' +
      'What was sent by mail or webhook still arrives.',
    ...WHILE_SOMEBODY_WAITS,
  },
  'scoreboard-api': {
    impactWhenFailing:
      'Nobody can see how cases of an instrument, an authority or a territory do, nor how many processes go unwatched. Single cases are ' +
      'still read.',
    ...WHILE_SOMEBODY_WAITS,
  },
  'search-api': {
    impactWhenFailing:
      'Nobody can find a case by its process, authority or place, nor see how an authority is watched. Whoever has the address of a case ' +
      'still reads it.',
    ...WHILE_SOMEBODY_WAITS,
  },
  'describe-api': {
    impactWhenFailing:
      'Whoever builds on the API cannot read what it takes and answers. Everything that it does goes on.',
    ...WHILE_SOMEBODY_WAITS,
  },
  'extension-api': {
    impactWhenFailing:
      'Whoever uses the open data cannot look up what their fields mean and under which licence they are published. The data ' +
      'themselves are still served.',
    ...WHILE_SOMEBODY_WAITS,
  },
  'import-api': {
    impactWhenFailing:
      'No case can be opened, no official data refreshed, and no contracting process gets into the registry: tenders begin unobserved, ' +
      'and coverage is told of old data.',
    memoryMiB: 1769,
    // It works on its lines for fifteen seconds before it says how far it came; the gateway waits for thirty.
    timeoutSeconds: 29,
  },
  'public-api': {
    impactWhenFailing:
      'Citizens, journalists and auditors cannot read cases, timelines and reports, and cannot check that the record is unchanged.',
    ...WHILE_SOMEBODY_WAITS,
  },
  'pages-api': {
    impactWhenFailing:
      'People see no pages: who is not used to reading data cannot look up a case, nor send a tip. The API and what was ' +
      'downloaded still tell everything.',
    memoryMiB: 1769,
    timeoutSeconds: 10,
  },
  'account-api': {
    impactWhenFailing:
      'Nobody can sign in on the pages, or say how they want to be told what happens. Whoever has signed in already goes on working, and ' +
      'the public reads on.',
    ...WHILE_SOMEBODY_WAITS,
  },
  'case-pages-api': {
    impactWhenFailing:
      'People see no page of any case: what happened in it, what was observed and what the authority replied. The API and what was ' +
      'downloaded still tell everything.',
    memoryMiB: 1769,
    timeoutSeconds: 10,
  },
  'report-api': {
    impactWhenFailing:
      'Nobody can read a report as a whole document, as a page or as data, or see how far recommendations were taken up. Reports are ' +
      'still drafted, voted on and published meanwhile.',
    ...WHILE_SOMEBODY_WAITS,
    // It folds the record of a case up to its report: thousands of events in a large one.
    timeoutSeconds: 29,
  },
  'open-data-api': {
    impactWhenFailing:
      'Journalists, researchers and other systems get no open data: no release, no record, no feed. What they fetched stays valid, and ' +
      'cases can still be read one by one.',
    memoryMiB: 1769,
    // It folds the record of a case from its first event: thousands of events in a large one.
    timeoutSeconds: 29,
  },
  'assessment-api': {
    impactWhenFailing:
      'Nobody can read whether the oversight of a case worked and was open, and assessors cannot say so. A case that awaits its codings ' +
      'cannot be closed meanwhile.',
    ...WHILE_SOMEBODY_WAITS,
  },
  'roster-api': {
    impactWhenFailing:
      'Nobody can be accredited, suspended or looked up in the roster. Whoever lost an accreditation may be proposed meanwhile, and who ' +
      'was granted one may not.',
    ...WHILE_SOMEBODY_WAITS,
    // An import works on its rows for fifteen seconds before it says how far it came; the gateway waits for thirty.
    timeoutSeconds: 29,
  },
  'people-api': {
    impactWhenFailing:
      'Nobody can be let in, given or denied a role, or kept out. Who must lose their access keeps it; a pool can still be changed by ' +
      'hand, which the list of people will show.',
    ...WHILE_SOMEBODY_WAITS,
    // It asks the user pool about each person of a page.
    timeoutSeconds: 29,
  },
  'tip-api': {
    impactWhenFailing:
      'Citizens cannot send tips, nor follow and add to those that they sent. What they saw is told elsewhere, or to nobody.',
    ...WHILE_SOMEBODY_WAITS,
  },
  'tip-pages-api': {
    impactWhenFailing:
      'People who use the pages cannot send tips, nor follow those that they sent. Whoever can use the API still sends them; most who saw ' +
      'something cannot.',
    memoryMiB: 1769,
    // A form brings up to five files, which are handed on to the store one after the other.
    timeoutSeconds: 29,
  },
} as const satisfies Record<string, FunctionDeclaration>;

/** What happens without anybody asking: the way out of the record, and the clock. */
export const backgroundFunctions = {
  'publish-events': {
    impactWhenFailing:
      'What is recorded reaches nobody: milestones stand still, no new deadline begins, nobody is told. The record itself is safe and ' +
      'still grows.',
    ...IN_THE_BACKGROUND,
  },
  'project-milestones': {
    impactWhenFailing:
      'People see milestones that are out of date: progress that the record proves is shown as missing, or the other way round.',
    ...IN_THE_BACKGROUND,
  },
  'keep-deadlines': {
    impactWhenFailing:
      'The clocks of new escalations and reports are not set, and those of answered ones not stopped. The silence of an authority can ' +
      'pass unnoticed.',
    ...IN_THE_BACKGROUND,
  },
  'keep-agenda': {
    impactWhenFailing:
      'Agendas and calendars stand still: new acts and terms are missing in them, and what is done or cancelled is still shown as due.',
    ...IN_THE_BACKGROUND,
  },
  'keep-notices': {
    impactWhenFailing:
      'Nobody is told what changed: findings, questions and escalations wait for people who do not know of them, while their terms run.',
    ...IN_THE_BACKGROUND,
  },
  'deliver-notices': {
    impactWhenFailing:
      'Mail and webhooks do not go out: an authority does not learn of an escalation, and people miss what they must answer in time. ' +
      'Everything waits in the outbox and goes out later.',
    ...IN_THE_BACKGROUND,
    // A run begins no attempt after thirty seconds, and an attempt takes twenty.
    timeoutSeconds: 58,
  },
  'keep-appointments': {
    impactWhenFailing:
      'A witness whose accreditation was suspended or removed goes on filing and signing in cases that do not learn of it.',
    ...IN_THE_BACKGROUND,
  },
  'keep-people': {
    impactWhenFailing:
      'Who was suspended or lost a role still signs in with it, and who was given one does not have it: the sign-in no longer follows ' +
      'the record.',
    ...IN_THE_BACKGROUND,
  },
  'keep-scoreboard': {
    impactWhenFailing:
      'Scoreboard, coverage and the timelines that are drawn stand still: new cases, answers and codings are missing in them until it works again.',
    ...IN_THE_BACKGROUND,
  },
  'keep-directory': {
    impactWhenFailing:
      'New cases are not found, and lists of cases show stages and dates of before. Each case still shows itself as it is.',
    ...IN_THE_BACKGROUND,
  },
  'keep-changes': {
    impactWhenFailing:
      'Whoever follows all cases learns of nothing new: the list of changes stands still, and copies of the open data grow old. It goes on ' +
      'where it stopped, and nothing is left out.',
    ...IN_THE_BACKGROUND,
  },
  'publish-open-data': {
    impactWhenFailing:
      'The files of open data grow old: whoever downloads them misses what happened since. Cases are still read one by one, and the files ' +
      'catch up by themselves.',
    // A part is put together from the files of two hundred cases, one after the other.
    memoryMiB: 1769,
    timeoutSeconds: 285,
  },
  'check-document': {
    impactWhenFailing:
      'Files that were handed in are not looked at: they stay unusable, observations stay incomplete, and nobody can open the evidence.',
    // A video of 500 MB is fetched, hashed and copied.
    memoryMiB: 1769,
    timeoutSeconds: 290,
    storageMiB: 2048,
  },
  'render-report': {
    impactWhenFailing:
      'Published reports get no official PDF: nobody can download, print or verify one. The page and the data of every report are there ' +
      'all the same.',
    // Its compiler is published for this processor.
    processor: 'x86_64',
    // The longest report that is laid out takes a gigabyte, and seconds in each language.
    memoryMiB: 2048,
    timeoutSeconds: 290,
  },
  'sweep-deadlines': {
    impactWhenFailing:
      'Deadlines pass without effect: an escalation that nobody answered is not declared lapsed, and a time to reply never ends.',
    ...IN_THE_BACKGROUND,
    // It works through what is due for four minutes at most, one after the other, and leaves the rest to the next tick.
    timeoutSeconds: 270,
  },
} as const satisfies Record<string, FunctionDeclaration>;

export type ApiFunctionName = keyof typeof apiFunctions;
export type BackgroundFunctionName = keyof typeof backgroundFunctions;
export type FunctionName = ApiFunctionName | BackgroundFunctionName;

export const isApiFunctionName = (name: unknown): name is ApiFunctionName =>
  typeof name === 'string' && Object.hasOwn(apiFunctions, name);

const isBackgroundFunctionName = (name: string): name is BackgroundFunctionName =>
  Object.hasOwn(backgroundFunctions, name);

export const apiFunctionNames: readonly ApiFunctionName[] = Object.keys(apiFunctions).filter(isApiFunctionName);

export const functionNames: readonly FunctionName[] = [
  ...apiFunctionNames,
  ...Object.keys(backgroundFunctions).filter(isBackgroundFunctionName),
];
