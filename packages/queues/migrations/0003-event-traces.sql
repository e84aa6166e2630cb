-- Where a trace goes on: the span in which an event was appended, for whoever makes work or rows of it. Written only while traces are sent, and
-- forgotten after a day. It is no part of the log, which is for ever and says the same whoever watches.
CREATE TABLE work.event_traces (
  event_id    uuid        PRIMARY KEY,
  traceparent text        NOT NULL CHECK (traceparent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$'),
  noted_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);

COMMENT ON TABLE work.event_traces IS 'Spans in which events were appended, for a day; empty unless traces are sent.';
COMMENT ON COLUMN work.event_traces.traceparent IS 'As W3C Trace Context writes it.';

CREATE INDEX event_traces_noted ON work.event_traces (noted_at);
