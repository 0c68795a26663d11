CREATE TYPE "public"."entry_codes" AS ENUM('ANY', 'ASK', 'MOVING');--> statement-breakpoint
ALTER TYPE "public"."scan_outcome" ADD VALUE 'unconfirmed';--> statement-breakpoint
ALTER TYPE "public"."scan_outcome" ADD VALUE 'not_moving';--> statement-breakpoint
ALTER TABLE "event_sessions" ADD COLUMN "entry_codes" "entry_codes" DEFAULT 'ANY' NOT NULL;