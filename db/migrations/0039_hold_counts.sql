CREATE TABLE "hold_counts" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "hold_counts_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_session_id" text NOT NULL,
	"held" integer NOT NULL,
	"paying" integer NOT NULL,
	"sold" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "hold_counts" ADD CONSTRAINT "hold_counts_event_session_id_event_sessions_id_fk" FOREIGN KEY ("event_session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hold_counts_event_session_id_index" ON "hold_counts" USING btree ("event_session_id");--> statement-breakpoint
INSERT INTO hold_counts (event_session_id, held, paying, sold)
SELECT event_session_id,
       coalesce(sum(quantity) FILTER (WHERE state = 'ACTIVE' AND NOT checked_out), 0),
       coalesce(sum(quantity) FILTER (WHERE state = 'ACTIVE' AND checked_out), 0),
       coalesce(sum(quantity - returned) FILTER (WHERE sold), 0)
FROM holds GROUP BY event_session_id;
--> statement-breakpoint
-- A trigger sees every change of holds, by whatever statement it is made. One row counts all holds of a statement.
CREATE FUNCTION count_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO hold_counts (event_session_id, held, paying, sold)
  SELECT event_session_id, sum(held), sum(paying), sum(sold) FROM (
    SELECT event_session_id,
           CASE WHEN state = 'ACTIVE' AND NOT checked_out THEN quantity ELSE 0 END AS held,
           CASE WHEN state = 'ACTIVE' AND checked_out THEN quantity ELSE 0 END AS paying,
           CASE WHEN sold THEN quantity - returned ELSE 0 END AS sold
    FROM new_holds
  ) each GROUP BY event_session_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION count_changed_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO hold_counts (event_session_id, held, paying, sold)
  SELECT event_session_id, sum(held), sum(paying), sum(sold) FROM (
    SELECT event_session_id,
           sign * CASE WHEN state = 'ACTIVE' AND NOT checked_out THEN quantity ELSE 0 END AS held,
           sign * CASE WHEN state = 'ACTIVE' AND checked_out THEN quantity ELSE 0 END AS paying,
           sign * CASE WHEN sold THEN quantity - returned ELSE 0 END AS sold
    FROM (SELECT 1 AS sign, * FROM new_holds UNION ALL SELECT -1, * FROM old_holds) rows
  ) each GROUP BY event_session_id HAVING (sum(held), sum(paying), sum(sold)) <> (0, 0, 0);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER holds_count_new AFTER INSERT ON holds REFERENCING NEW TABLE AS new_holds
  FOR EACH STATEMENT EXECUTE FUNCTION count_holds();
--> statement-breakpoint
CREATE TRIGGER holds_count_changed AFTER UPDATE ON holds REFERENCING OLD TABLE AS old_holds NEW TABLE AS new_holds
  FOR EACH STATEMENT EXECUTE FUNCTION count_changed_holds();
