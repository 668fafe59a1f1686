import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AnswerOf } from '../../functions/_http/operation.ts';
import type { readCase } from '../../functions/_queries/case-queries.ts';

/** A case as its reader sees it. */
export type CaseShown = AnswerOf<typeof readCase>;

interface CaseAtDesk {
  readonly shown: CaseShown;
  /** Reads it again after something was done. */
  readonly again: () => void;
  /** Says that something was done where what it was done to is no longer listed, until the next act is begun. */
  readonly sayDone?: (isDone: boolean) => void;
}

const Context = createContext<CaseAtDesk | undefined>(undefined);

export const CaseAtHand = Context.Provider;

/** The case that the view is about; undefined beside the cases. */
export const useCase = (): CaseAtDesk | undefined => useContext(Context);

/** By whose clock hours are written: that of the case, wherever its reader is; beside the cases, that of the device. */
export const useZone = (): string => useCase()?.shown.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
