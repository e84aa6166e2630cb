export { type ProjectorOptions, startProjector } from './startProjector.ts';
