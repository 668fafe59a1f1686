import { componentsPage } from '../../web/pages/components.tsx';
import { SHOW_COMPONENTS } from '../_http/page-operations.ts';
import { publicPage } from '../_pages/public-page.ts';

/** It is about nobody: no reading is asked. */
export const showComponents = publicPage({ ...SHOW_COMPONENTS, show: async () => componentsPage() });
