/** What somebody can act on. The path of an act names it in braces, as the API does: `/cases/{case}/tips/{tip}/answer`. */
export type Thing =
  | 'case'
  | 'member'
  | 'draw'
  | 'act'
  | 'visit'
  | 'observation'
  | 'document'
  | 'bidder'
  | 'breach'
  | 'amendment'
  | 'question'
  | 'flag'
  | 'tip'
  | 'report'
  | 'recommendation'
  | 'escalation'
  | 'proceeding'
  | 'liaison'
  | 'delivery'
  | 'access'
  | 'dimension'
  | 'factor'
  | 'participation'
  | 'sustained'
  | 'case-delivery'
  | 'roster'
  | 'roster-entry'
  | 'accreditation'
  | 'people'
  | 'person'
  | 'person-role'
  | 'endpoints'
  | 'endpoint'
  | 'endpoint-delivery'
  | 'feed';

/** Where the values come from that somebody can choose among: lists of the case. */
export type Source =
  | 'team'
  | 'observations'
  | 'findings'
  | 'grave-findings'
  | 'acts'
  | 'flags'
  | 'bidders'
  | 'control-authorities'
  | 'escalations'
  | 'questions'
  | 'candidates'
  | 'profiles'
  | 'every-control-authority';

interface AskBase {
  /** The name of the field in the body of the request. */
  readonly name: string;
  /** The word of its label, where its name alone would say too little: a key of FIELD_WORDS. Otherwise its name. */
  readonly word?: string;
  readonly optional?: true;
  /** The form insists on what the API lets somebody leave out. */
  readonly insists?: true;
  /** Asked only while another field beside it says one of these; otherwise it is left out. */
  readonly when?: { readonly field: string; readonly is: readonly string[] };
}

/** One thing that an act asks for. What stands for it in the body is told by `bodyOf`. */
export type Ask =
  | (AskBase & {
      /**
       * A line, a text of several lines, a number, a day, an instant, a time of the place (`{local, zone}`). Both are written by
       * the clock of the case.
       */
      readonly kind: 'line' | 'text' | 'number' | 'day' | 'instant' | 'local';
    })
  /** The pseudonym of a person; a list may suggest some. */
  | (AskBase & { readonly kind: 'person'; readonly from?: Source })
  /** Several lines, each a value; a list may suggest some. Or each a number. */
  | (AskBase & { readonly kind: 'lines'; readonly from?: Source })
  | (AskBase & { readonly kind: 'numbers' })
  /** A box to tick: left out where it is not. */
  | (AskBase & { readonly kind: 'tick' })
  | (AskBase & { readonly kind: 'yes-no' })
  /** One of some codes, or of what a case lists. `words` is the group of CHOICE_WORDS that names the codes. */
  | (AskBase & {
      readonly kind: 'choice';
      readonly of: readonly string[];
      readonly words: string;
      /** Those that would always be refused for the thing as it stands are not offered. */
      readonly offers?: (code: string, thing: Fields) => boolean;
    })
  | (AskBase & { readonly kind: 'choices'; readonly of: readonly string[]; readonly words: string })
  /** `among` names a list of the thing that is acted on: only what stands there can be chosen; of that, what was withdrawn only where said. */
  | (AskBase & {
      readonly kind: 'one-of';
      readonly from: Source;
      readonly among?: string;
      readonly withdrawnToo?: true;
    })
  | (AskBase & { readonly kind: 'some-of'; readonly from: Source })
  /**
   * The hash of a file that is handed in with the act, under a purpose. It hangs on the act’s thing, unless on `attachedTo`, as the API
   * names things, or on another one that the act knows by its id: the report of a recommendation.
   */
  | (AskBase & {
      readonly kind: 'file' | 'files';
      readonly purpose: string;
      readonly attachedTo?: string;
      readonly hangsOn?: Thing;
    })
  /** Files that the act announces, and that are handed in once it is on record, to what it made. */
  | (AskBase & { readonly kind: 'announced'; readonly purpose: string })
  /** Something with fields of its own; left out where it is optional and nothing of it was given. */
  | (AskBase & { readonly kind: 'group'; readonly asks: readonly Ask[] })
  /** Any number of such things; one whose field `counts` is empty is none. */
  | (AskBase & { readonly kind: 'rows'; readonly asks: readonly Ask[]; readonly counts?: string })
  /** The hash of a file that is looked at on the device and stays there. */
  | (AskBase & { readonly kind: 'hash' | 'hashes' })
  /** Every question of the profile of the case, each answered by yes or no. */
  | (AskBase & { readonly kind: 'questions' })
  /**
   * One of several forms: which one is asked first, and then what it asks for. `words` is the group of CHOICE_WORDS that names them.
   * Its fields stand under its name, or, where it is `inline`, beside it.
   */
  | (AskBase & {
      readonly kind: 'either';
      readonly forms: Readonly<Record<string, readonly Ask[]>>;
      readonly words: string;
      readonly inline?: true;
    })
  /** What is known of the thing already, as `first` says it: it is sent, and not asked. */
  | (AskBase & { readonly kind: 'given' })
  /** What the act always says. */
  | (AskBase & { readonly kind: 'fixed'; readonly value: unknown });

type Fields = Readonly<Record<string, unknown>>;

/** What an act can be filled in from before anybody writes. */
export interface Begun {
  /** By whose clock the hours of the form are. */
  readonly zone: string;
  /** The case as its reader sees it; empty beside the cases. */
  readonly shown: Fields;
  /** What is acted on, as its list tells it. */
  readonly thing: Fields;
  /** Of the page. */
  readonly language: string;
}

/** Something that somebody can do: an operation of the API as a form. */
export interface Act {
  /** As in the description of the API. */
  readonly path: string;
  /** The operation, where it is not the name of the act: one can be done in more than one way. */
  readonly operation?: string;
  readonly on: Thing;
  readonly asks: readonly Ask[];
  /** Who may do it, for what is no act in a case: there the API says what somebody may do. */
  readonly roles?: readonly string[];
  /** Whether it makes sense for this thing as it stands, where its list tells. `me` is who would act. */
  readonly fits?: (thing: Fields) => boolean;
  /** What its fields say at first, by pointer. */
  readonly first?: (begun: Begun) => Readonly<Record<string, string>>;
  /** Of an act on a case: the part of the case where it stands. Otherwise it stands where the case stands now. */
  readonly part?: string;
  /** Whether it cannot be undone, so that one is asked twice. */
  readonly isFinal?: true;
}
