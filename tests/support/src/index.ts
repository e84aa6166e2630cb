export { endWithProcess } from './endWithProcess.ts';
export { createTestDatabase, type TestDatabase } from './testDatabase.ts';
export { waitFor } from './waitFor.ts';
