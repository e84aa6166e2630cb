-- How all fetchers together keep their distance to each host. Contents may be lost in a crash: at worst a host is asked a second early.
CREATE UNLOGGED TABLE polling.host (
  host          text PRIMARY KEY,
  next_start_at timestamptz NOT NULL DEFAULT '-infinity'
);

CREATE UNLOGGED TABLE polling.host_lease (
  lease_id   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  host       text NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX host_lease_host ON polling.host_lease (host);

CREATE UNLOGGED TABLE polling.host_waiter (
  host          text NOT NULL,
  holder        uuid NOT NULL,
  since         timestamptz NOT NULL,
  comes_back_at timestamptz NOT NULL,
  PRIMARY KEY (host, holder)
);

COMMENT ON TABLE polling.host IS 'When each host may be asked next, by any fetcher.';
COMMENT ON TABLE polling.host_lease IS 'Requests that are with a host now. A lease whose holder was killed ends by itself.';
COMMENT ON TABLE polling.host_waiter IS 'Processes that wait for their turn with a host; each comes back when it was told to.';

-- One turn with a host for one process, or how long to wait before asking again. Processes that wait take turns in the order in which they
-- came; one that does not come back in time has lost its place.
CREATE FUNCTION polling.take_turn(
  asked_host text, asking uuid, spacing interval, max_leases int, lease interval,
  OUT lease_id uuid, OUT wait_ms int
) LANGUAGE plpgsql AS $$
DECLARE
  moment     timestamptz;
  opens_at   timestamptz;
  in_line_at timestamptz;
  before_me  int;
  held       int;
BEGIN
  INSERT INTO polling.host (host) VALUES (asked_host) ON CONFLICT DO NOTHING;
  SELECT next_start_at INTO opens_at FROM polling.host WHERE host = asked_host FOR UPDATE;
  moment := clock_timestamp();
  DELETE FROM polling.host_lease WHERE host = asked_host AND expires_at <= moment;
  DELETE FROM polling.host_waiter WHERE host = asked_host AND holder <> asking AND comes_back_at < moment - interval '2 seconds';
  SELECT count(*) INTO held FROM polling.host_lease WHERE host = asked_host;
  SELECT since INTO in_line_at FROM polling.host_waiter WHERE host = asked_host AND holder = asking;
  SELECT count(*) INTO before_me FROM polling.host_waiter
   WHERE host = asked_host AND holder <> asking AND (in_line_at IS NULL OR (since, holder) < (in_line_at, asking));
  IF before_me = 0 AND opens_at <= moment AND held < max_leases THEN
    DELETE FROM polling.host_waiter WHERE host = asked_host AND holder = asking;
    INSERT INTO polling.host_lease AS taken (host, expires_at) VALUES (asked_host, moment + lease) RETURNING taken.lease_id INTO lease_id;
    UPDATE polling.host SET next_start_at = moment + spacing WHERE host = asked_host;
    wait_ms := 0;
    RETURN;
  END IF;
  wait_ms := ceil(1000 * extract(epoch FROM greatest(opens_at - moment, interval '0') + before_me * spacing));
  -- Nobody tells when a request ends, so that a full host is asked for again in a while.
  IF held >= max_leases OR wait_ms < 20 THEN wait_ms := greatest(wait_ms, 250); END IF;
  INSERT INTO polling.host_waiter (host, holder, since, comes_back_at)
  VALUES (asked_host, asking, moment, moment + make_interval(secs => wait_ms / 1000.0))
  ON CONFLICT (host, holder) DO UPDATE SET comes_back_at = excluded.comes_back_at;
END
$$;

-- What hosts publish for robots: robots.txt, and the reservations of /.well-known/tdmrep.json.
CREATE TABLE polling.site_file (
  url           text PRIMARY KEY,
  outcome       text NOT NULL CHECK (outcome IN ('found', 'absent', 'unreachable')),
  body          text,
  fetched_at    timestamptz NOT NULL,
  failing_since timestamptz,
  next_try_at   timestamptz NOT NULL
);

COMMENT ON TABLE polling.site_file IS 'Files of hosts that speak to robots, kept for a day for all fetchers.';
COMMENT ON COLUMN polling.site_file.body IS 'As it was last found, also while the host can not be reached.';
