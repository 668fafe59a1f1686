import type { Taken } from './photo.ts';

/** What the house takes of what browsers record, the best first, with the ending of its name. */
const KINDS = [
  ['audio/mp4;codecs=mp4a.40.2', 'm4a'],
  ['audio/mp4', 'm4a'],
  ['audio/ogg;codecs=opus', 'ogg'],
] as const;

/** How this browser can record a voice note; undefined where it cannot, or not as anything that the house takes. */
export const voiceKind = (): (typeof KINDS)[number] | undefined =>
  typeof MediaRecorder === 'undefined' ? undefined : KINDS.find(([type]) => MediaRecorder.isTypeSupported(type));

export interface Recording {
  /** Ends it, and answers what was recorded. */
  readonly stop: () => Promise<Taken>;
}

/** Begins to record. Rejects where the microphone is not allowed. */
export const recordVoice = async ([type, ending]: (typeof KINDS)[number]): Promise<Recording> => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream, { mimeType: type });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const begun = new Date();
  recorder.start();
  const ended = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => resolve());
  });
  return {
    stop: async () => {
      recorder.stop();
      await ended;
      for (const track of stream.getTracks()) track.stop();
      const [mediaType = type] = type.split(';');
      const name = `voice-${begun.toISOString().slice(0, 19).replaceAll(':', '-')}.${ending}`;
      return { name, mediaType, bytes: new Blob(parts, { type: mediaType }) };
    },
  };
};
