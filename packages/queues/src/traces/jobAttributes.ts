import type { QueueName } from '../jobData.ts';

/** Names as OpenTelemetry's conventions for messaging have them. */
export function jobAttributes(queue: QueueName, jobId: string, operation: 'send' | 'process') {
  return {
    'messaging.system': 'bullmq',
    'messaging.destination.name': queue,
    'messaging.operation.name': operation,
    'messaging.operation.type': operation,
    'messaging.message.id': jobId,
  };
}
