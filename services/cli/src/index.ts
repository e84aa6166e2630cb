export { type DatabaseChoice, type OpenDatabase, openDatabase } from './database.ts';
export { migrateLedger } from './migrateLedger.ts';
export { withLedger } from './openLedger.ts';
export { buildProgram } from './program.ts';
