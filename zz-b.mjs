import { bundleFunction } from './infra/bundle.ts';
for (const n of ['tip-pages-api','pages-api']) try { console.log(n, bundleFunction({ name: n, root: process.cwd(), into: '/tmp/tips-bundle', bytesMax: n.startsWith('tip') ? 400000 : Infinity }).bytes);} catch (e) { console.log(e.message.slice(0, 900)); }
