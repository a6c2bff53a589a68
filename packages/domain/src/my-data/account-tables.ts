/**
 * What `account.json` holds, as one select a name; $1 is the account, $2 its user. Columns are named, so that a secret
 * which a table gets later is not in it by itself.
 */
export const ACCOUNT_TABLES: Readonly<Record<string, string>> = {
  you: `select name, email, email_verified, role, account_id, two_factor_enabled, created_at from auth_user where id = $2`,
  profile: `select created_at, allowed_addresses, limit_overrides, muted_notices, suspended_at, suspended_reason,
    suspended_evidence, suspended_until from account_profile where account_id = $1`,
  policy: `select version, accepted_at from policy_acceptance where user_id = $2 order by version desc`,
  balance: `select available_micros, held_micros, pending_micros from account where id = $1`,
  sessions: `select created_at, expires_at, ip_address, user_agent from auth_session where user_id = $2 order by created_at desc`,
  team: `select name, email, team_role, created_at from auth_user where account_id = $1 or member_of = $1 order by created_at`,
  team_invitations: `select email, role, invited_at, expires_at from team_invitation where account_id = $1 order by id`,
  passkeys: `select name, created_at, last_used_at from passkey where user_id = $2 order by id`,
  api_keys: `select id, name, prefix, created_at, last_used_at, revoked_at, scopes, allowed_addresses, expires_at,
    previous_prefix, previous_until, day_budget_micros, month_budget_micros from api_key where account_id = $1 order by id desc`,
  billing: `select billed_to, alert_below_micros from billing_profile where account_id = $1`,
  invoices: `select number, month, total_micros, issuer, billed_to, email, lines, issued_at from invoice where account_id = $1 order by number desc`,
  deposit_addresses: `select address, given_at from deposit_address where account_id = $1 order by given_at desc`,
  chain_deposits: `select chain_id, tx_hash, from_address, to_address, amount_micros, state, seen_at, booked_at
    from chain_deposit where account_id = $1 order by id desc`,
  bookings: `select id, reason, booked_at from booking where account_id = $1 order by id desc`,
  packages: `select name, threads, span, price_micros, credit_micros, state, renew, bought_at, starts_at, ends_at
    from package_purchase where account_id = $1 order by id desc`,
  maximum_rates: `select kind, rate_micros from maximum_rate where account_id = $1`,
  recognition: `select kind, answers_min, answers_max, matches_min, confidence_min from recognition_setting where account_id = $1`,
  pictures_kept: `select hours from picture_retention where account_id = $1`,
  requests_kept: `select days from request_retention where account_id = $1`,
  crowd: `select sandbox, shares_gold from crowd_setting where account_id = $1`,
  sites: `select host, subdomains, method, created_at, verified_at, suspended_at, suspended_reason, refused_reason
    from site where account_id = $1 order by id desc`,
  callback_hosts: `select host, port, registered_at, switched_off_at, last_failure from callback_host where account_id = $1`,
  callbacks: `select task_id, url, state, attempts, delivered_at, last_failure from callback where account_id = $1 order by task_id desc`,
  reports: `select task_id, verdict, state, reported_at, decided_at from report where account_id = $1 order by task_id desc`,
  reports_of_your_answers: `select task_id, verdict, state, reported_at, decided_at from report where worker_id = $1 order by task_id desc`,
  refunds: `select task_id, micros, refunded_at from refund where account_id = $1 order by task_id desc`,
  notices: `select notice, params, given_at, read_at from notice where account_id = $1 order by id desc`,
  languages: `select languages from worker_profile where worker_id = $1`,
  standing: `select kind, stage, stage_since, stage_judged, stage_right, right_weight, wrong_weight, suspended_at, suspended_reason,
    suspended_evidence from worker_standing where worker_id = $1`,
  v3_score: `select consented_at, score, measured_at from worker_v3_score where worker_id = $1`,
  pace: `select kind, day, passed, unreadable, reported, leases_ended, timed, timed_ms, hours from worker_pace where worker_id = $1 order by day desc`,
  hours: `select hour, active_ms, earned_micros, top_up_micros from worker_hour where worker_id = $1 order by hour desc`,
  payout_addresses: `select chain_id, address, asked_at, effective_at, cancelled_at from payout_address where account_id = $1 order by id desc`,
  payouts: `select address, micros, state, tx_hash, ended_at, reason from payout where account_id = $1 order by id desc`,
  cases: `select kind, subject, opened_at, decided_at, verdict from moderation_case where account_id = $1 or worker_id = $1 order by id desc`,
};
