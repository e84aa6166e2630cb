-- UNTRIED: nobody has run this on Citus here. See README.md beside it before anything.
--
-- Spreads the log and the read models over the nodes of a Citus cluster, after `newsledger migrate` on its coordinator and before the first event.

BEGIN;

-- Unique keys of a distributed table hold the column that it is distributed by. This one can't: positions are of the whole log.
-- They stay unique, because one sequence gives them out, each once; nothing checks it any more.
DROP INDEX ledger.events_by_position;
CREATE INDEX events_by_position ON ledger.events (position);

-- An append runs where its stream is; the sequence and the locks that keep the global order stay on the coordinator, through which all
-- writers and readers of the log must go: no `citus.use_secondary_nodes`, no query from a worker.
SELECT create_distributed_table('ledger.events', 'stream', shard_count => 32);

-- Rows of one figure lie together, and what belongs to one article does.
SELECT create_distributed_table('generations.figure', 'figure_id', colocate_with => 'none', shard_count => 32);
SELECT create_distributed_table('generations.figure_history', 'figure_id', colocate_with => 'generations.figure');
SELECT create_distributed_table('generations.claim', 'claim_id', colocate_with => 'none', shard_count => 32);
SELECT create_distributed_table('generations.article', 'article_id', colocate_with => 'none', shard_count => 32);
SELECT create_distributed_table('generations.article_revision', 'article_id', colocate_with => 'generations.article');

-- Small, and joined with everything.
SELECT create_reference_table('ledger.checkpoints');

COMMIT;
