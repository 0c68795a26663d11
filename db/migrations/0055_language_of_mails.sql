CREATE TYPE "public"."language" AS ENUM('ko', 'en');--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "language" "language";