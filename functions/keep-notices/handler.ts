import { noticeKeeperPorts } from '../_ports/aws/notice-ports.ts';
import { keepNotices } from './keep-notices.ts';

export const handler = keepNotices(noticeKeeperPorts());
