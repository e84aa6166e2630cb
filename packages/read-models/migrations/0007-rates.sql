-- Dated exchange rates, and what figures come to in another currency. Nothing is decided by them: the original always stands.
CREATE TABLE projection.exchange_rate (
  rate_date   date NOT NULL,
  base        text NOT NULL,
  quote       text NOT NULL,
  rate        numeric NOT NULL,
  source      text NOT NULL,
  recorded_at timestamptz NOT NULL,
  position    bigint NOT NULL,
  PRIMARY KEY (base, quote, rate_date)
);
CREATE INDEX exchange_rate_quote ON projection.exchange_rate (quote, rate_date);

CREATE VIEW newsledger.exchange_rates AS
SELECT rate_date, base, quote, rate, source, recorded_at FROM projection.exchange_rate;
COMMENT ON VIEW newsledger.exchange_rates IS 'Dated exchange rates that were loaded; `newsledger rates` loads more.';
COMMENT ON COLUMN newsledger.exchange_rates.rate_date IS 'The day that the rate is of.';
COMMENT ON COLUMN newsledger.exchange_rates.base IS 'ISO 4217 code of the currency that is priced.';
COMMENT ON COLUMN newsledger.exchange_rates.quote IS 'ISO 4217 code of the currency that it is priced in.';
COMMENT ON COLUMN newsledger.exchange_rates.rate IS 'Units of the quote currency for one unit of the base.';
COMMENT ON COLUMN newsledger.exchange_rates.source IS 'Who published the rate.';
COMMENT ON COLUMN newsledger.exchange_rates.recorded_at IS 'When it entered the log.';

-- Runs as its owner, since the rates lie in a private table.
CREATE FUNCTION newsledger.exchange_rate(from_currency text, to_currency text, on_day date)
RETURNS TABLE (rate numeric, rate_date date, source text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT found.rate, found.rate_date, found.source
  FROM (
    SELECT 1::numeric AS rate, on_day AS rate_date, 'the same currency' AS source, 0 AS steps WHERE from_currency = to_currency
    UNION ALL
    SELECT direct.rate, direct.rate_date, direct.source, 1
    FROM projection.exchange_rate AS direct
    WHERE direct.base = from_currency AND direct.quote = to_currency AND direct.rate_date BETWEEN on_day - 7 AND on_day
    UNION ALL
    SELECT round(1 / inverse.rate, 12), inverse.rate_date, inverse.source, 2
    FROM projection.exchange_rate AS inverse
    WHERE inverse.base = to_currency AND inverse.quote = from_currency AND inverse.rate_date BETWEEN on_day - 7 AND on_day
    UNION ALL
    SELECT round(onward.rate / back.rate, 12), back.rate_date, back.source || ', by way of ' || back.base, 3
    FROM projection.exchange_rate AS back
    JOIN projection.exchange_rate AS onward ON onward.base = back.base AND onward.rate_date = back.rate_date
    WHERE back.quote = from_currency AND onward.quote = to_currency AND back.rate_date BETWEEN on_day - 7 AND on_day
  ) AS found
  WHERE on_day IS NOT NULL
  ORDER BY found.rate_date DESC, found.steps, found.source
  LIMIT 1;
END;
COMMENT ON FUNCTION newsledger.exchange_rate(text, text, date) IS
  'What one unit of a currency was worth in another on a day: the rate of that day or of the nearest day up to a week before it; no row when none is known. Rates are turned round, or chained by way of a common base, where only that is known.';

-- The day at whose rate an amount is converted: the end of its period once that is over, else the day of its first report.
CREATE FUNCTION projection.rate_day(period_to date, first_reported timestamptz) RETURNS date
LANGUAGE sql IMMUTABLE
RETURN least(period_to, (first_reported AT TIME ZONE 'UTC')::date);

CREATE FUNCTION newsledger.figures_in(currency text)
RETURNS TABLE (
  figure_id uuid, subject text, counterparty text, measure text, definition text, noun text, period text, status text,
  unit text, value numeric, low numeric, high numeric,
  converted_unit text, converted_value numeric, converted_low numeric, converted_high numeric,
  rate numeric, rate_date date, rate_source text, conversion text, agreement text, confidence numeric
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT figure.figure_id, figure.subject, figure.counterparty, figure.measure, figure.definition, figure.noun, figure.period, figure.status,
         figure.unit, figure.value, figure.low, figure.high,
         CASE WHEN known.rate IS NOT NULL THEN upper(currency) END,
         round(figure.value * known.rate, 2), round(figure.low * known.rate, 2), round(figure.high * known.rate, 2),
         known.rate, known.rate_date, known.source,
         CASE
           WHEN figure.unit = upper(currency) THEN 'It is in ' || figure.unit || ' as reported.'
           WHEN known.rate IS NULL THEN 'No rate of ' || figure.unit || ' in ' || upper(currency) || ' is known for the week up to '
             || coalesce(projection.rate_day(figure.period_to, figure.first_reported)::text, 'its day') || '.'
           ELSE '1 ' || figure.unit || ' = ' || trim_scale(round(known.rate, 6)) || ' ' || upper(currency) || ' on ' || known.rate_date
             || ' (' || known.source || ').'
         END,
         figure.agreement, figure.confidence
  FROM projection.figure
  JOIN projection.measure ON measure.measure = figure.measure AND measure.measure_class = 'money'
  LEFT JOIN LATERAL newsledger.exchange_rate(figure.unit, upper(currency), projection.rate_day(figure.period_to, figure.first_reported))
    AS known (rate, rate_date, source) ON true
  WHERE figure.live AND figure.unit ~ '^[A-Z]{3}$';
END;
COMMENT ON FUNCTION newsledger.figures_in(text) IS
  'All figures in money as reported and, beside it, in one currency: at the rate of the last day of their period, or of their first report when that was earlier. Without a dated rate the converted columns are null, and conversion says so.';

CREATE VIEW newsledger.currency_matches AS
SELECT figure.figure_id, other.figure_id AS other_figure_id, figure.subject, figure.counterparty, figure.measure, figure.definition,
       figure.noun, figure.period, figure.status,
       figure.unit, figure.value, figure.low, figure.high,
       other.unit AS other_unit, other.value AS other_value, other.low AS other_low, other.high AS other_high,
       round(other.value * known.rate, 2) AS converted_value, converted.low AS converted_low, converted.high AS converted_high,
       known.rate, known.rate_date, known.source AS rate_source, verdict.agrees,
       CASE
         WHEN verdict.agrees IS NULL THEN 'No rate of ' || other.unit || ' in ' || figure.unit || ' is known for that day, so the two are not compared.'
         ELSE 'At 1 ' || other.unit || ' = ' || trim_scale(round(known.rate, 6)) || ' ' || figure.unit || ' on ' || known.rate_date || ' (' || known.source
           || ') the two ' || CASE WHEN verdict.agrees THEN 'agree.' ELSE 'do not agree.' END
       END AS explanation
FROM projection.figure
JOIN projection.measure ON measure.measure = figure.measure AND measure.measure_class = 'money'
JOIN projection.figure AS other
  ON other.subject = figure.subject AND other.measure = figure.measure AND other.status = figure.status AND other.unit <> figure.unit
  AND other.counterparty IS NOT DISTINCT FROM figure.counterparty AND other.definition IS NOT DISTINCT FROM figure.definition
  AND other.noun IS NOT DISTINCT FROM figure.noun AND other.period IS NOT DISTINCT FROM figure.period
LEFT JOIN LATERAL newsledger.exchange_rate(other.unit, figure.unit,
    projection.rate_day(least(figure.period_to, other.period_to), least(figure.first_reported, other.first_reported))) AS known ON true
-- Reporters convert at the rate of their own day and round: rates of a week move by about one per cent.
CROSS JOIN LATERAL (
  SELECT round(known.rate * (other.low - abs(other.low) * 0.01), 2) AS low, round(known.rate * (other.high + abs(other.high) * 0.01), 2) AS high
) AS converted
CROSS JOIN LATERAL (
  SELECT CASE WHEN known.rate IS NOT NULL
              THEN coalesce(converted.low <= figure.high, true) AND coalesce(converted.high >= figure.low, true) END AS agrees
) AS verdict
WHERE figure.live AND other.live AND figure.unit ~ '^[A-Z]{3}$' AND other.unit ~ '^[A-Z]{3}$' AND figure.figure_id < other.figure_id;
COMMENT ON VIEW newsledger.currency_matches IS
  'Figures that are about the same fact in two currencies, each pair once: whether they agree at the rate of their day, and null where no dated rate is known. Both figures stand.';
COMMENT ON COLUMN newsledger.currency_matches.figure_id IS 'One of the two figures.';
COMMENT ON COLUMN newsledger.currency_matches.other_figure_id IS 'The other.';
COMMENT ON COLUMN newsledger.currency_matches.subject IS 'Subject of both.';
COMMENT ON COLUMN newsledger.currency_matches.counterparty IS 'Counterparty of both.';
COMMENT ON COLUMN newsledger.currency_matches.measure IS 'Measure of both.';
COMMENT ON COLUMN newsledger.currency_matches.definition IS 'Definition of both.';
COMMENT ON COLUMN newsledger.currency_matches.noun IS 'What both measure, for measures called other_….';
COMMENT ON COLUMN newsledger.currency_matches.period IS 'Period of both.';
COMMENT ON COLUMN newsledger.currency_matches.status IS 'Status of both.';
COMMENT ON COLUMN newsledger.currency_matches.unit IS 'Currency of the one.';
COMMENT ON COLUMN newsledger.currency_matches.value IS 'Its value.';
COMMENT ON COLUMN newsledger.currency_matches.low IS 'Its lower end.';
COMMENT ON COLUMN newsledger.currency_matches.high IS 'Its upper end.';
COMMENT ON COLUMN newsledger.currency_matches.other_unit IS 'Currency of the other.';
COMMENT ON COLUMN newsledger.currency_matches.other_value IS 'Value of the other, as reported.';
COMMENT ON COLUMN newsledger.currency_matches.other_low IS 'Lower end of the other, as reported.';
COMMENT ON COLUMN newsledger.currency_matches.other_high IS 'Upper end of the other, as reported.';
COMMENT ON COLUMN newsledger.currency_matches.converted_value IS 'Value of the other in the currency of the one.';
COMMENT ON COLUMN newsledger.currency_matches.converted_low IS 'Its lower end, with one per cent of room for the rate.';
COMMENT ON COLUMN newsledger.currency_matches.converted_high IS 'Its upper end, with one per cent of room for the rate.';
COMMENT ON COLUMN newsledger.currency_matches.rate IS 'Units of the one currency for one unit of the other.';
COMMENT ON COLUMN newsledger.currency_matches.rate_date IS 'The day of the rate.';
COMMENT ON COLUMN newsledger.currency_matches.rate_source IS 'Who published it.';
COMMENT ON COLUMN newsledger.currency_matches.agrees IS 'Whether the intervals overlap; null where no rate is known.';
COMMENT ON COLUMN newsledger.currency_matches.explanation IS 'The same in a sentence.';
