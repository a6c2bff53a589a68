CREATE TABLE "data_export" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "data_export_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"account_id" integer NOT NULL,
	"user_id" text NOT NULL,
	"state" smallint DEFAULT 0 NOT NULL,
	"step" integer DEFAULT 0 NOT NULL,
	"section" smallint DEFAULT 0 NOT NULL,
	"cursor" text,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"crc" bigint DEFAULT 0 NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"ready_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "data_export_state" CHECK ("data_export"."state" in (0, 1, 2)),
	CONSTRAINT "data_export_ready" CHECK (("data_export"."state" = 1) = ("data_export"."ready_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "data_export_part" (
	"export_id" integer NOT NULL,
	"step" integer NOT NULL,
	"file" text NOT NULL,
	"packed" "bytea" NOT NULL,
	"raw_bytes" integer NOT NULL,
	"crc" bigint NOT NULL,
	CONSTRAINT "data_export_part_export_id_step_pk" PRIMARY KEY("export_id","step")
);
--> statement-breakpoint
ALTER TABLE "data_export_part" ADD CONSTRAINT "data_export_part_export_id_data_export_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."data_export"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "data_export_made_idx" ON "data_export" USING btree ("account_id") WHERE state = 0;--> statement-breakpoint
CREATE INDEX "data_export_account_idx" ON "data_export" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "data_export_expiry_idx" ON "data_export" USING btree ("expires_at");