CREATE TABLE "staff_act" (
	"id" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" integer,
	"act" text NOT NULL,
	"subject" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"reason" text,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_act_head" (
	"one" integer PRIMARY KEY NOT NULL,
	"last_id" bigint NOT NULL,
	"last_hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE INDEX "staff_act_subject_idx" ON "staff_act" USING btree ("subject","id");--> statement-breakpoint
CREATE INDEX "staff_act_actor_idx" ON "staff_act" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "staff_act_act_idx" ON "staff_act" USING btree ("act","id");--> statement-breakpoint
INSERT INTO "staff_act_head" ("one", "last_id", "last_hash") VALUES (1, 0, '\x');--> statement-breakpoint
-- What an act's hash is taken over, beside the hash before it: the same for the chain and for its verification.
CREATE FUNCTION staff_act_content(act staff_act) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  select convert_to(jsonb_build_array(act.id, (extract(epoch from act.at) * 1000)::bigint, act.actor_id, act.act,
    act.subject, act.before, act.after, act.reason)::text, 'UTF8')
$$;--> statement-breakpoint
-- Numbers and chains an act. The lock makes acts follow each other; it is held until the transaction ends, so an act
-- that is rolled back leaves no gap.
CREATE FUNCTION chain_staff_act() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  head staff_act_head;
begin
  perform pg_advisory_xact_lock(7201146);
  select * into head from staff_act_head where one = 1;
  new.id := head.last_id + 1;
  new.at := date_trunc('milliseconds', clock_timestamp());
  new.previous_hash := head.last_hash;
  new.hash := sha256(head.last_hash || staff_act_content(new));
  update staff_act_head set last_id = new.id, last_hash = new.hash where one = 1;
  return new;
end $$;--> statement-breakpoint
CREATE FUNCTION refuse_to_rewrite_staff_acts() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  raise exception 'what staff have done is only ever added to' using errcode = 'insufficient_privilege';
end $$;--> statement-breakpoint
CREATE TRIGGER staff_act_chained BEFORE INSERT ON "staff_act" FOR EACH ROW EXECUTE FUNCTION chain_staff_act();--> statement-breakpoint
CREATE TRIGGER staff_act_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON "staff_act" FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_staff_acts();--> statement-breakpoint
CREATE TRIGGER staff_act_head_kept BEFORE INSERT OR DELETE OR TRUNCATE ON "staff_act_head" FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_staff_acts();--> statement-breakpoint
CREATE TRIGGER staff_act_head_moved BEFORE UPDATE ON "staff_act_head" FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_to_rewrite_staff_acts();--> statement-breakpoint
-- A superuser is above grants and above triggers; every other role, the owner too, meets both.
REVOKE UPDATE, DELETE, TRUNCATE ON "staff_act" FROM PUBLIC, CURRENT_USER;--> statement-breakpoint
REVOKE INSERT, DELETE, TRUNCATE ON "staff_act_head" FROM PUBLIC, CURRENT_USER;
