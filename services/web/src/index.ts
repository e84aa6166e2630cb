export { describeView, type ViewColumn } from './api/describeView.ts';
export { countRows, decimalScales, exportRows, openRows } from './api/exportRows.ts';
export { type Filters, filterShape } from './api/listQuery.ts';
export { type ApiList, apiLists } from './api/lists.ts';
export { startWeb, WEB_PORT, type Web, type WebOptions } from './startWeb.ts';
