export { startWeb, WEB_PORT, type Web, type WebOptions } from './startWeb.ts';
