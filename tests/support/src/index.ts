export { createTestDatabase, type TestDatabase } from './testDatabase.ts';
export { waitFor } from './waitFor.ts';
