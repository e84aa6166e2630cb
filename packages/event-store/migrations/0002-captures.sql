CREATE TABLE ledger.captures (
  hash       text        COLLATE "C" PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  media_type text        NOT NULL,
  charset    text,
  size       integer     NOT NULL,
  body       bytea       NOT NULL,
  stored_at  timestamptz NOT NULL DEFAULT now()
);

-- The body is compressed already; PostgreSQL would only try again.
ALTER TABLE ledger.captures ALTER COLUMN body SET STORAGE EXTERNAL;

COMMENT ON TABLE ledger.captures IS 'Bytes as fetched, stored once. Unlike events they can be erased.';
COMMENT ON COLUMN ledger.captures.hash IS 'SHA-256 of the uncompressed bytes, in hexadecimal.';
COMMENT ON COLUMN ledger.captures.size IS 'Bytes before compression.';
COMMENT ON COLUMN ledger.captures.body IS 'Zstandard frame.';
