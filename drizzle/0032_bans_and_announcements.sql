CREATE TABLE "announcement" (
	"id" integer NOT NULL,
	"version" integer NOT NULL,
	"audience" text NOT NULL,
	"tone" text NOT NULL,
	"text" text,
	"until_at" timestamp (3) with time zone,
	"published_by" integer NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "announcement_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "ban_exemption" (
	"subject" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"set_by" integer NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ban" ADD COLUMN "lifted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "ban" ADD COLUMN "lifted_by" integer;--> statement-breakpoint
CREATE INDEX "ban_lifted_idx" ON "ban" USING btree ("lifted_at") WHERE lifted_at is not null;