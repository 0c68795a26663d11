CREATE TYPE "public"."person_state" AS ENUM('ACTIVE', 'SUSPENDED', 'ERASED');--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "state" "person_state" DEFAULT 'ACTIVE' NOT NULL;--> statement-breakpoint
CREATE INDEX "users_admins" ON "users" USING btree ("id") WHERE role = 'ADMIN';