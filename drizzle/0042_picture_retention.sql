CREATE TABLE "kept_picture" (
	"task_id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "picture_retention" (
	"account_id" integer PRIMARY KEY NOT NULL,
	"hours" smallint NOT NULL,
	"wiped_to" bigint NOT NULL,
	CONSTRAINT "picture_retention_hours" CHECK ("picture_retention"."hours" between 0 and 168)
);
--> statement-breakpoint
CREATE TABLE "picture_sweep" (
	"id" smallint PRIMARY KEY NOT NULL,
	"wiped_to" bigint NOT NULL,
	CONSTRAINT "picture_sweep_one" CHECK ("picture_sweep"."id" = 1)
);
--> statement-breakpoint
INSERT INTO "picture_sweep" ("id", "wiped_to") VALUES (1, 0);
