export { NEWSROOM_PORT, type Newsroom, startNewsroom } from './startNewsroom.ts';
