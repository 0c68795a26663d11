-- What a search may begin with: each ending of each word, so that a search finds the middle of a word too, as its letters
-- and, of Korean, as its initial consonants. `searchOf` (server/shop/search.policy.ts) takes a search apart in the same way.
-- It names no function of ours, since an index is built without our schema in the search path.
CREATE FUNCTION event_search(title text, venue text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  COST 10000 AS $$
  SELECT array_to_tsvector(array(
    SELECT DISTINCT form
    FROM regexp_split_to_table(
      lower(normalize(title || ' ' || venue, NFKC)), '[[:space:]!-/:-@\[-`{-~·…]+') AS word
    CROSS JOIN LATERAL generate_series(1, char_length(word)) AS start
    CROSS JOIN LATERAL substr(word, start, 40) AS ending
    CROSS JOIN LATERAL (
      SELECT string_agg(
        CASE WHEN ascii(letter) BETWEEN 44032 AND 55203 THEN chr(4352 + (ascii(letter) - 44032) / 588) ELSE letter END,
        '' ORDER BY place) AS initials
      FROM regexp_split_to_table(ending, '') WITH ORDINALITY AS letters(letter, place)) AS consonants
    CROSS JOIN LATERAL (VALUES (normalize(ending, NFD)), (initials)) AS forms(form)))
$$;--> statement-breakpoint
ALTER TABLE "event_sessions" ADD COLUMN "doors_minutes_before" integer;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "running_minutes" integer;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "age_rating" integer;--> statement-breakpoint
CREATE INDEX "event_sessions_starts_at_event_id_index" ON "event_sessions" USING btree ("starts_at","event_id");--> statement-breakpoint
CREATE INDEX "event_sessions_sales_open_at_event_id_index" ON "event_sessions" USING btree ("sales_open_at","event_id");--> statement-breakpoint
CREATE INDEX "event_sessions_sales_close_at_index" ON "event_sessions" USING btree ("sales_close_at");--> statement-breakpoint
CREATE INDEX "events_search" ON "events" USING gin (event_search("title", "venue")) WHERE "events"."status" = 'PUBLISHED';--> statement-breakpoint
CREATE INDEX "events_place" ON "events" USING btree (split_part("venue", ' ', 1)) WHERE "events"."status" = 'PUBLISHED';--> statement-breakpoint
ALTER TABLE "event_sessions" ADD CONSTRAINT "doors_before_start" CHECK ("event_sessions"."doors_minutes_before" >= 0);--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "running_minutes_positive" CHECK ("events"."running_minutes" > 0);--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "age_rating_not_negative" CHECK ("events"."age_rating" >= 0);