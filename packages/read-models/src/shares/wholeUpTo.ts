/**
 * SQL of the position up to which history is whole. What a share of the tables has kept of a round that is being kept lies behind it: others may
 * lack their lines still.
 */
export const WHOLE_UP_TO = `coalesce((SELECT from_position FROM projection.round WHERE stage = 'decided'), 9223372036854775807)`;
