import { openDataFolder } from '../../local/data-folder.ts';
import { openDatabase } from '../../local/database.ts';
import { startedParts } from '../../local/started-parts.ts';

// Holds a folder with the embedded DynamoDB on it until it is killed, for tests of what is left behind.
const folder = await openDataFolder(process.argv[2] ?? '');
const { endpoint } = await openDatabase({ folder, table: 'veedor', endpoint: undefined, started: startedParts() });
console.log(`holds ${endpoint}`);
setInterval(() => undefined, 60_000);
