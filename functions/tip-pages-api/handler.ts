import { tipPagesPorts } from '../_ports/aws/tip-pages-ports.ts';
import { tipPagesApi } from './tip-pages-api.ts';

export const handler = tipPagesApi(tipPagesPorts());
