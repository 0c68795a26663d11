DROP INDEX "orders_number_index";--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "same_number_before" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE "orders" SET "same_number_before" = "older"."orders" FROM (
	SELECT "id", row_number() OVER (PARTITION BY right("id", 8) ORDER BY "created_at", "id") - 1 AS "orders" FROM "orders"
) AS "older" WHERE "older"."id" = "orders"."id" AND "older"."orders" > 0;--> statement-breakpoint
CREATE UNIQUE INDEX "orders_number" ON "orders" USING btree (right("id", 8),"same_number_before");