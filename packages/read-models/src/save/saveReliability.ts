import type pg from 'pg';
import type { FoldState } from '../fold/state.ts';
import { lastOfEach } from './saveFigures.ts';
import { sendRows } from './sendRows.ts';

const COUNTS = `"measureClass" text, epoch int, "rightCount" int, "wrongCount" int, "closedAt" timestamptz`;

/** What closed epochs of the batch froze. Reliability is small: a closed epoch replaces it as a whole. */
export async function saveReliability(client: pg.ClientBase, state: FoldState): Promise<void> {
  const { changed } = state;
  if (!changed.epochs) return;
  await client.query('DELETE FROM projection.reliability');
  await client.query('DELETE FROM projection.extractor_reliability');
  await client.query('DELETE FROM projection.copy_group');
  await client.query('DELETE FROM projection.habit');
  await sendRows(
    client,
    'read-models.save_reliability',
    `INSERT INTO projection.reliability (source_id, measure_class, epoch, right_count, wrong_count, misread_count, weight, closed_at)
     SELECT "sourceId", "measureClass", epoch, "rightCount", "wrongCount", "misreadCount", weight, "closedAt"
     FROM json_to_recordset($1::json) AS new ("sourceId" text, "misreadCount" int, weight int, ${COUNTS})`,
    [...state.reliability.values()],
  );
  await sendRows(
    client,
    'read-models.save_extractor_reliability',
    `INSERT INTO projection.extractor_reliability (extractor, measure_class, epoch, right_count, wrong_count, closed_at)
     SELECT extractor, "measureClass", epoch, "rightCount", "wrongCount", "closedAt"
     FROM json_to_recordset($1::json) AS new (extractor text, ${COUNTS})`,
    [...state.extractorReliability.values()],
  );
  await sendRows(
    client,
    'read-models.save_copy_groups',
    `INSERT INTO projection.copy_group (source_id, group_id, epoch, comparisons, shared)
     SELECT "sourceId", "groupId", epoch, comparisons, shared
     FROM json_to_recordset($1::json) AS new ("sourceId" text, "groupId" text, epoch int, comparisons int, shared int)`,
    [...state.copyGroups.values()],
  );
  await sendRows(
    client,
    'read-models.save_habits',
    `INSERT INTO projection.habit (measure, source_id, epoch)
     SELECT measure, "sourceId", epoch
     FROM json_to_recordset($1::json) AS new (measure text, "sourceId" text, epoch int)`,
    [...state.habits.values()],
  );
  await sendRows(
    client,
    'read-models.add_reliability_history',
    `INSERT INTO projection.reliability_history (epoch, source_id, measure_class, right_count, wrong_count, misread_count, weight, closed_at,
                                                 position)
     SELECT epoch, "sourceId", "measureClass", "rightCount", "wrongCount", "misreadCount", weight, "closedAt", position
     FROM json_to_recordset($1::json) AS new ("sourceId" text, "misreadCount" int, weight int, position bigint, ${COUNTS})
     ON CONFLICT (epoch, source_id, measure_class, generation) DO UPDATE
     SET right_count = excluded.right_count, wrong_count = excluded.wrong_count, misread_count = excluded.misread_count,
         weight = excluded.weight, closed_at = excluded.closed_at, position = excluded.position`,
    lastOfEach(changed.reliabilityHistory, ({ epoch, sourceId, measureClass }) => `${epoch}/${sourceId}/${measureClass}`),
  );
}
