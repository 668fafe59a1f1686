import { useEffect, useState } from 'preact/hooks';
import { useTools } from '../../../app/tools.ts';
import { useDesk } from '../../desk-tools.ts';
import type { EventShown } from '../../record/chain.ts';

interface RecordDownloadProps {
  readonly case: string;
  readonly events: readonly EventShown[];
}

/** Hands out what was read as a file, one event a line, and says how to verify it without this page. */
export const RecordDownload = ({ case: id, events }: RecordDownloadProps) => {
  const { record: words } = useDesk().views;
  const { language } = useTools().told;
  const [address, setAddress] = useState('');
  useEffect(() => {
    const lines = events.map((event) => `${JSON.stringify(event)}\n`);
    const made = URL.createObjectURL(new Blob(lines, { type: 'application/x-ndjson' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [events]);
  return (
    <>
      <h3>{words.outside}</h3>
      <p>{words.outsideSays}</p>
      <ul>
        <li>{words.outsideHash}</li>
        <li>{words.outsideChain}</li>
        <li>{words.outsideContent}</li>
      </ul>
      <p class="actions">
        <a class="button second" href={address} download={`${id}.jsonl`}>
          {words.download}
        </a>
        <a href={`/cases/${id}/events?limit=100`}>{words.fromApi}</a>
        <a href={`/${language}/verify`}>{words.verifyPage}</a>
      </p>
    </>
  );
};
