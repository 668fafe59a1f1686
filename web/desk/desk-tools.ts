import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Who } from '../app/tokens.ts';
import type { Told } from '../app/told.ts';
import { useTools } from '../app/tools.ts';
import type { DeskWords } from './words/words.ts';

/** What the page of the desk tells its script, beside what every such page does. */
export interface ToldAtDesk extends Told {
  readonly desk: DeskWords;
}

/** The server of the same house wrote both or neither. */
export const isToldAtDesk = (told: Told): told is ToldAtDesk => 'desk' in told;

const Somebody = createContext<Who>({ person: '', roles: [] });

export const SomebodyAtDesk = Somebody.Provider;

/** Who sits at the desk. */
export const useWho = (): Who => useContext(Somebody);

/** The words of the desk. Throws outside of it. */
export const useDesk = (): DeskWords => {
  const { told } = useTools();
  if (!isToldAtDesk(told)) throw new Error('This page is not the desk.');
  return told.desk;
};
