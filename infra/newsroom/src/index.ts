export { type Newsroom, startNewsroom } from './startNewsroom.ts';
