import type * as z from 'zod/mini';
import type { agendaView } from '../../functions/_http/agenda-operations.ts';
import type { endpointView } from '../../functions/_http/endpoint-operations.ts';
import type { noticeView } from '../../functions/_http/notice-operations.ts';

/** Something that somebody must do, as the API answers it. */
export type DueShown = z.infer<typeof agendaView>;

/** Something that somebody was told, in the language that they chose. */
export type NoticeShown = z.infer<typeof noticeView>;

/** Where facts are sent. */
export type EndpointShown = z.infer<typeof endpointView>;
