export { migrateReadModels } from './migrateReadModels.ts';
export { loadPollState, loadPollStates } from './polling/loadPollState.ts';
export { newPollState, type PollState } from './polling/pollState.ts';
export { deletePollState, savePollState } from './polling/savePollState.ts';
export { setReaderPassword } from './setReaderPassword.ts';
