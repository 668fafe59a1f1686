import { noticeApiPorts } from '../_ports/aws/notice-ports.ts';
import { noticesApi } from './notices-api.ts';

export const handler = noticesApi(noticeApiPorts());
