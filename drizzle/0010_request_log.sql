CREATE TABLE "request_log" (
	"account_id" integer NOT NULL,
	"id" bigint NOT NULL,
	"marks" text[] NOT NULL,
	"entries" "bytea" NOT NULL,
	CONSTRAINT "request_log_account_id_id_pk" PRIMARY KEY("account_id","id")
) PARTITION BY RANGE ("id");
