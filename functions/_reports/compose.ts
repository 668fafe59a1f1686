import { profileOf } from '../../domain/profiles/profiles.ts';
import {
  mayReadAccount,
  mayReadEscalation,
  mayReadObservation,
  mayReadPlace,
  mayReadQuestion,
  mayReadVisit,
} from '../../domain/reading/may-read.ts';
import { FLAG_TEXTS } from '../../domain/red-flags/texts.ts';
import { BIDDERS, DEPARTURES, subjectOf } from '../../domain/state.ts';
import { CHECKLIST_DOCUMENTS, STAGES } from '../../events/vocabulary.ts';
import { type Block, SECTIONS, type SectionName } from '../_http/report-document.ts';
import { composeObservations } from './compose-observations.ts';
import { type Composer, eachOf, ofKind, these } from './composer.ts';
import type { ReportAtHand } from './report-at-hand.ts';

/** Where a document goes on: in which of its sections, from which item. */
export interface Place {
  readonly section: number;
  readonly item: number;
}

export const BEGINNING: Place = { section: 0, item: 0 };

/** A block, and where the one after it stands. */
export interface Placed {
  readonly block: Block;
  readonly after: Place;
}

/**
 * Composes a report block by block, in the order in which it is read. Nothing is kept of what was given out: the longest report takes no
 * more memory than a short one, but for the state of its things.
 */
export async function* compose(at: ReportAtHand, from: Place): AsyncGenerator<Placed> {
  for (let index = from.section; index < SECTIONS.length; index += 1) {
    const section = SECTIONS[index];
    if (section === undefined) return;
    let item = index === from.section ? from.item : 0;
    for await (const block of COMPOSERS[section](at, item)) {
      item += 1;
      yield { block, after: { section: index, item } };
    }
  }
}

const composeProcess = these(({ head, subjects }) => {
  const [process] = [...subjects.values()].flatMap((subject) => (subject.kind === 'process' ? [subject.process] : []));
  const [parties] = [...subjects.values()].flatMap((subject) => (subject.kind === 'parties' ? [subject.parties] : []));
  const bidders = subjectOf(subjects, 'bidders', BIDDERS)?.bidders ?? {};
  return [
    {
      section: 'process',
      item: {
        ocid: head.ocid,
        title: process?.title ?? head.ocid,
        description: process?.description,
        procurementMethod: process?.procurementMethod,
        buyer: process?.buyer,
        procuringEntity: process?.procuringEntity,
        value: process?.value,
        tenderPeriod: process?.tenderPeriod,
        bidders: Object.entries(bidders).map(([bidder, { signature }]) => ({
          bidder,
          name: parties?.find(({ party }) => party === bidder)?.name ?? bidder,
          signature,
        })),
        award: head.award,
        contract: head.contract,
        ending: head.ending,
      },
    },
  ];
});

const composeTeam = these(({ head, subjects }) => {
  const left = subjectOf(subjects, 'departures', DEPARTURES)?.people ?? {};
  return [
    ...head.team
      .filter(({ standing }) => standing === 'accepted')
      .map(({ person, office, sector, declared, impeded }) => ({ person, office, sector, declared, impeded })),
    ...Object.entries(left).map(([person, { cause, leftAt }]) => ({
      person,
      declared: false,
      impeded: false,
      left: { cause, leftAt },
    })),
  ].map((item) => ({ section: 'team', item }));
});

const composeActs = eachOf((at) => ofKind(at, 'act'), {
  mayRead: (act, at) => [
    ...(mayReadPlace(at, act) ? [act.placedIn ?? act.recordedIn] : []),
    ...(mayReadAccount(at) || act.accounted === 'cancelled' ? [act.accountedIn] : []),
  ],
  show: (act, { text }) => ({
    section: 'acts',
    item: {
      act: act.id,
      kind: act.act,
      stage: act.stage,
      heldAt: act.beganAt ?? act.heldAt,
      public: act.public,
      accounted: act.accounted,
      present: act.present,
      citizensAdmitted: act.citizensAdmitted,
      place: text(act.placedIn ?? act.recordedIn, 'place'),
      circumstances: text(act.accountedIn, 'circumstances') ?? text(act.accountedIn, 'reason'),
      note: text(act.accountedIn, 'note'),
    },
  }),
});

const composeVisits = eachOf((at) => (mayReadVisit(at) ? ofKind(at, 'visit') : []), {
  mayRead: (visit) => [visit.placedIn ?? visit.recordedIn, visit.settledIn],
  show: (visit, { text }) => ({
    section: 'visits',
    item: {
      visit: visit.id,
      plannedAt: visit.plannedAt,
      outcome: visit.outcome,
      place: text(visit.placedIn ?? visit.recordedIn, 'place'),
      note: text(visit.settledIn, 'note'),
    },
  }),
});

const composeAccess = these(({ head }) =>
  STAGES.flatMap((stage) =>
    CHECKLIST_DOCUMENTS.flatMap((document) => {
      const result = head.documentAccess[stage]?.[document];
      return result === undefined ? [] : [{ section: 'document-access' as const, item: { stage, document, result } }];
    }),
  ),
);

const composeDialogue = eachOf((at) => ofKind(at, 'question'), {
  mayRead: (question, at) => (mayReadQuestion(at, question) ? [question.recordedIn, question.answeredIn] : []),
  show: (question, { text }) => ({
    section: 'dialogue',
    item: {
      question: question.id,
      to: question.to,
      askedAt: question.askedAt,
      answeredAt: question.answeredAt,
      late: question.late,
      overdue: question.overdue,
      asks: text(question.recordedIn, 'question'),
      answer: text(question.answeredIn, 'answer'),
    },
  }),
});

const mayReadFinding = (id: string, at: ReportAtHand): boolean => {
  const finding = subjectOf(at.subjects, 'observation', id);
  return finding !== undefined && mayReadObservation(at, finding);
};

const composeEscalations = eachOf((at) => ofKind(at, 'escalation'), {
  mayRead: (escalation, at) =>
    mayReadEscalation(at, escalation) ? [escalation.recordedIn, escalation.answeredIn] : [],
  show: (escalation, { text }, at) => ({
    section: 'escalations',
    item: {
      escalation: escalation.id,
      controlAuthority: titleOf(escalation.controlAuthority, at),
      tier: escalation.tier,
      state: escalation.state,
      sentAt: escalation.sentAt,
      lapsed: escalation.lapsed,
      outcome: escalation.outcome,
      findings: escalation.findings.filter((id) => mayReadFinding(id, at)),
      letter: text(escalation.recordedIn, 'letter'),
      answer: text(escalation.answeredIn, 'answer'),
    },
  }),
});

/** What the profile calls a control authority. */
const titleOf = (id: string, { head }: ReportAtHand): string =>
  profileOf(head.profile).controlAuthorities.value.find((authority) => authority.id === id)?.title ?? id;

const composeFlags = eachOf((at) => ofKind(at, 'flag'), {
  mayRead: ({ answer, answeredIn }) => (answer === 'dismissed' ? [answeredIn] : []),
  show: (flag, { text }, at) => ({
    section: 'flags',
    item: {
      flag: flag.id,
      code: flag.code,
      title: FLAG_TEXTS[flag.code][at.language].title,
      answer: flag.answer,
      observation: mayReadFinding(flag.observation ?? '', at) ? flag.observation : undefined,
      reason: text(flag.answeredIn, 'reason'),
    },
  }),
});

const composeAmendments = eachOf((at) => ofKind(at, 'amendment'), {
  mayRead: ({ recordedIn, reviewedIn }) => [recordedIn, reviewedIn],
  show: (amendment, { text }) => ({
    section: 'amendments',
    item: {
      amendment: amendment.id,
      amendedAt: amendment.amendedAt,
      change: text(amendment.recordedIn, 'change'),
      conclusion: text(amendment.reviewedIn, 'conclusion'),
    },
  }),
});

const composeRecommendations = these((at) => {
  const made = ofKind(at, 'recommendation').filter(({ report }) => report === at.report.id);
  return at.text.recommendations.map(({ to, recommends, dueAt }, index) => ({
    section: 'recommendations',
    item: {
      recommendation: made.find(({ number }) => number === index + 1)?.id,
      number: index + 1,
      to,
      recommends,
      dueAt,
    },
  }));
});

const composeComments = eachOf(({ report }) => (report.sentForReplyAt === undefined ? [] : [report.sentForReplyAt]), {
  mayRead: (_, { report }) => [report.commentedIn],
  show: (sentForReplyAt, { text }, { report }) => ({
    section: 'comments',
    item: { sentForReplyAt, comments: text(report.commentedIn, 'comments') },
  }),
});

const composeAdoption = eachOf(({ report }) => [report], {
  mayRead: ({ dissents }) => dissents,
  show: ({ signedBy, votes, dissents, adoptedAt }, { text }, { folded }) => ({
    section: 'adoption',
    item: {
      signedBy: [...signedBy],
      votes: Object.entries(votes).map(([person, vote]) => ({ person, vote })),
      dissents: dissents.map((version) => ({
        person: folded.voters.get(version) ?? '',
        opinion: text(version, 'dissent'),
      })),
      adoptedAt,
    },
  }),
});

const COMPOSERS: { readonly [K in SectionName]: Composer } = {
  summary: these(({ text }) => [{ section: 'summary', item: { text: text.summary } }]),
  process: composeProcess,
  team: composeTeam,
  acts: composeActs,
  visits: composeVisits,
  'document-access': composeAccess,
  observations: composeObservations,
  dialogue: composeDialogue,
  escalations: composeEscalations,
  flags: composeFlags,
  amendments: composeAmendments,
  conclusion: these(({ text }) => [{ section: 'conclusion', item: { text: text.conclusion } }]),
  recommendations: composeRecommendations,
  'no-recommendations': these(({ text: { noRecommendationsReason: reason } }) =>
    reason === undefined ? [] : [{ section: 'no-recommendations', item: { text: reason } }],
  ),
  comments: composeComments,
  adoption: composeAdoption,
};
