export { startWeb, type Web, type WebOptions } from './startWeb.ts';
