ALTER TYPE "public"."transmission_destination" ADD VALUE 'alert-webhook';--> statement-breakpoint
CREATE TABLE "department_members" (
	"department" text NOT NULL,
	"user_id" text NOT NULL,
	"in_app" boolean DEFAULT true NOT NULL,
	"by_email" boolean DEFAULT false NOT NULL,
	"joined_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "department_members_department_user_id_pk" PRIMARY KEY("department","user_id")
);
--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "firing_told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "end_told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "mail_due" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "department_members" ADD CONSTRAINT "department_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "department_members_user_id_index" ON "department_members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "alerts_untold" ON "alerts" USING btree ("first_at") WHERE firing_told_at is null or (resolved_at is not null and end_told_at is null);--> statement-breakpoint
CREATE INDEX "notifications_mail_due" ON "notifications" USING btree ("created_at") WHERE mail_due;
--> statement-breakpoint
-- Alerts of before are no news.
UPDATE "alerts" SET "firing_told_at" = "first_at", "end_told_at" = "resolved_at";
