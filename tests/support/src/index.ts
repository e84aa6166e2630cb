export { chooseSteadyPort } from './chooseSteadyPort.ts';
export { endWithProcess } from './endWithProcess.ts';
export { fillLog } from './fill/fillLog.ts';
export { generateLog, type LogShape, type Names } from './fill/generateLog.ts';
export { capturedPage, figureInBillions } from './madeUpArticle.ts';
export { startTestCluster, type TestCluster } from './testCluster.ts';
export { createTestDatabase, type TestDatabase } from './testDatabase.ts';
export { startTestRedis, type TestRedis } from './testRedis.ts';
export { waitFor } from './waitFor.ts';
