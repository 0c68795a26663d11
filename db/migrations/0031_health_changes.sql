CREATE TYPE "public"."health_state" AS ENUM('HEALTHY', 'DEGRADED', 'UNHEALTHY', 'CRITICAL');--> statement-breakpoint
CREATE TABLE "health_changes" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "health_changes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"from_state" "health_state" NOT NULL,
	"to_state" "health_state" NOT NULL,
	"cause" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "health_checks" (
	"name" text PRIMARY KEY NOT NULL,
	"state" "health_state" DEFAULT 'HEALTHY' NOT NULL,
	"since" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"cause" text,
	"seen" "health_state" DEFAULT 'HEALTHY' NOT NULL,
	"seen_since" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"looked_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "health_changes_at_index" ON "health_changes" USING btree ("at");