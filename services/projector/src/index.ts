export { type ProjectorOptions, startProjector } from './startProjector.ts';
export { ANSWER_WITHIN_MS, isTaken, type Sending, sendDelivery } from './webhooks/sendDelivery.ts';
export { startWebhooks, type WebhooksOptions } from './webhooks/startWebhooks.ts';
