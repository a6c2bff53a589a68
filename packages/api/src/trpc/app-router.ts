import { accessRouter } from "./access-router";
import { announcementsRouter } from "./announcements-router";
import { bansRouter } from "./bans-router";
import { billingRouter } from "./billing-router";
import { callbacksRouter } from "./callbacks-router";
import { challengesRouter } from "./challenges-router";
import { crowdRouter } from "./crowd-router";
import { customerRouter } from "./customer-router";
import { depositsRouter } from "./deposits-router";
import { earningsRouter } from "./earnings-router";
import { estimatesRouter } from "./estimates-router";
import { figuresRouter } from "./figures-router";
import { floorRouter } from "./floor-router";
import { goldRouter } from "./gold-router";
import { imagesRouter } from "./images-router";
import { impersonationRouter } from "./impersonation-router";
import { t } from "./init";
import { invitationsRouter } from "./invitations-router";
import { invoiceRouter } from "./invoice-router";
import { keysRouter } from "./keys-router";
import { ledgerRouter } from "./ledger-router";
import { limitsRouter } from "./limits-router";
import { moderationRouter } from "./moderation-router";
import { myDataRouter } from "./my-data-router";
import { noticesRouter } from "./notices-router";
import { optOutRouter } from "./opt-out-router";
import { packageRouter } from "./package-router";
import { passkeysRouter } from "./passkeys-router";
import { payoutsRouter } from "./payouts-router";
import { policyRouter } from "./policy-router";
import { priceRouter } from "./price-router";
import { progressRouter } from "./progress-router";
import { publicRouter } from "./public-router";
import { recognitionRouter } from "./recognition-router";
import { refundsRouter } from "./refunds-router";
import { reportsRouter } from "./reports-router";
import { requestLogRouter } from "./request-log-router";
import { retentionRouter } from "./retention-router";
import { rolesRouter } from "./roles-router";
import { scoreRouter } from "./score-router";
import { sessionRouter } from "./session-router";
import { sitesRouter } from "./sites-router";
import { staffAccountsRouter } from "./staff-accounts-router";
import { staffAuditRouter } from "./staff-audit-router";
import { staffRouter } from "./staff-router";
import { staffSitesRouter } from "./staff-sites-router";
import { staffWorkersRouter } from "./staff-workers-router";
import { standingRouter } from "./standing-router";
import { supportRouter } from "./support-router";
import { teamRouter } from "./team-router";
import { testModeRouter } from "./test-mode-router";
import { twoFactorRouter } from "./two-factor-router";
import { sandboxRouter, workRouter } from "./work-router";

export const appRouter = t.router({
  public: publicRouter,
  session: sessionRouter,
  access: accessRouter,
  twoFactor: twoFactorRouter,
  passkeys: passkeysRouter,
  customer: customerRouter,
  earnings: earningsRouter,
  ledger: ledgerRouter,
  packages: packageRouter,
  policy: policyRouter,
  prices: priceRouter,
  callbacks: callbacksRouter,
  reports: reportsRouter,
  requestLog: requestLogRouter,
  recognition: recognitionRouter,
  moderation: moderationRouter,
  staff: staffRouter,
  standing: standingRouter,
  staffAccounts: staffAccountsRouter,
  staffAudit: staffAuditRouter,
  work: workRouter,
  sandbox: sandboxRouter,
  crowd: crowdRouter,
  retention: retentionRouter,
  myData: myDataRouter,
  gold: goldRouter,
  score: scoreRouter,
  progress: progressRouter,
  staffWorkers: staffWorkersRouter,
  estimates: estimatesRouter,
  notices: noticesRouter,
  challenges: challengesRouter,
  billing: billingRouter,
  invoices: invoiceRouter,
  deposits: depositsRouter,
  images: imagesRouter,
  refunds: refundsRouter,
  impersonation: impersonationRouter,
  roles: rolesRouter,
  invitations: invitationsRouter,
  floor: floorRouter,
  bans: bansRouter,
  announcements: announcementsRouter,
  sites: sitesRouter,
  staffSites: staffSitesRouter,
  optOut: optOutRouter,
  payouts: payoutsRouter,
  support: supportRouter,
  team: teamRouter,
  keys: keysRouter,
  limits: limitsRouter,
  testMode: testModeRouter,
  figures: figuresRouter,
});
export type AppRouter = typeof appRouter;
