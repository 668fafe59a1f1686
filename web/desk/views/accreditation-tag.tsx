import { Tag } from '../../components/basics.tsx';
import { useDesk } from '../desk-tools.ts';

const TONES = { pending: 'calm', active: 'good', suspended: 'warn', expired: 'plain', removed: 'bad' } as const;

/** How an accreditation stands. */
export const AccreditationTag = ({ status }: { readonly status: keyof typeof TONES }) => {
  const { choices } = useDesk();
  return <Tag tone={TONES[status]}>{choices['accreditationStatuses']?.[status] ?? status}</Tag>;
};
