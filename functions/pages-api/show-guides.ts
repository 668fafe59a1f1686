import { dataPage } from '../../web/pages/data.tsx';
import { glossaryPage } from '../../web/pages/glossary.tsx';
import { SHOW_DATA, SHOW_GLOSSARY } from '../_http/page-operations.ts';
import { sitePage } from './site-page.ts';

export const showGlossary = sitePage({ ...SHOW_GLOSSARY, show: async () => glossaryPage() });

export const showData = sitePage({ ...SHOW_DATA, show: async () => dataPage() });
