import { readTsx } from '../../local/read-tsx.ts';

await readTsx();
