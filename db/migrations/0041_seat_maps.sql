CREATE TABLE "seat_maps" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"name" text NOT NULL,
	"venue" text NOT NULL,
	"plan" jsonb NOT NULL,
	"seat_count" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "seat_maps_count_not_negative" CHECK ("seat_maps"."seat_count" >= 0),
	CONSTRAINT "seat_maps_version_positive" CHECK ("seat_maps"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "seat_maps" ADD CONSTRAINT "seat_maps_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "seat_maps_owner_id_updated_at_id_index" ON "seat_maps" USING btree ("owner_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "seat_maps_updated_at_id_index" ON "seat_maps" USING btree ("updated_at","id");