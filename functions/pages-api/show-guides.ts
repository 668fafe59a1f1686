import { dataPage } from '../../web/pages/data.tsx';
import { glossaryPage } from '../../web/pages/glossary.tsx';
import { SHOW_DATA, SHOW_GLOSSARY } from '../_http/page-operations.ts';
import { publicPage } from './public-page.ts';

export const showGlossary = publicPage({ ...SHOW_GLOSSARY, show: async () => glossaryPage() });

export const showData = publicPage({ ...SHOW_DATA, show: async () => dataPage() });
