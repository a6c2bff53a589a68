CREATE TABLE "request_retention" (
	"account_id" integer PRIMARY KEY NOT NULL,
	"days" smallint NOT NULL,
	"swept_to" bigint NOT NULL,
	CONSTRAINT "request_retention_days" CHECK ("request_retention"."days" between 1 and 90)
);
