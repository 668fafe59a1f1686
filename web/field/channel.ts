/** Where tabs and the worker tell each other that something changed in the vault, or that somebody signed out. */
const CHANNEL = 'veedor.field';
export type Said = 'changed' | 'signed-out';
/** Under which name a browser is asked to send in the background. */
export const SYNC = 'veedor.outbox';

export interface Talk {
  readonly say: (said: Said) => void;
  readonly hear: (heard: (said: unknown) => void) => void;
  readonly close: () => void;
}

export const openTalk = (): Talk => {
  const channel = new BroadcastChannel(CHANNEL);
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin and takes none
    say: (said) => channel.postMessage(said),
    hear: (heard) => channel.addEventListener('message', ({ data }) => heard(data)),
    close: () => channel.close(),
  };
};
