import { deliverCallbacks, sweepCallbacks } from "../callbacks/deliver-callbacks";
import { watchDeposits } from "../chain/watch-deposits";
import { sweepTickets } from "../challenges/sweep-tickets";
import { alertLowBalances } from "../deposits/alert-low-balances";
import { keepGold } from "../gold/keep-gold";
import { proposeGold } from "../gold/propose-gold";
import { forgetSubmissions } from "../idempotency/forget-submissions";
import { keepImageBlocks, sweepImageBlocks } from "../images/keep-image-blocks";
import { keepImpersonations, sweepImpersonations } from "../impersonation/view-as";
import { issueInvoices } from "../invoices/issue-invoices";
import { keepKindSwitches } from "../kind-switches/keep-kind-switches";
import { deliverMail, sweepMail } from "../mail/deliver-mail";
import { carryOutVerdicts } from "../moderation/carry-out-verdicts";
import { sampleFirstTasks } from "../moderation/sample-first-tasks";
import { deleteAccounts } from "../my-data/delete-accounts";
import { makeExports, sweepExports } from "../my-data/make-exports";
import { sweepNotices } from "../notices/sweep-notices";
import { sweepOptOuts } from "../opt-outs/sweep-opt-outs";
import { sweepPasskeyChallenges } from "../passkeys/sweep-passkey-challenges";
import { confirmPayouts } from "../payouts/confirm-payouts";
import { openPayoutChecksAhead } from "../payouts/open-payout-checks";
import { estimateSkills } from "../quality/estimate-skills";
import { keepPace } from "../quality/keep-pace";
import { keepSkillChanges } from "../quality/keep-skill-changes";
import { weighLeftOver } from "../quality/weigh-left-over";
import { wipePictures } from "../retention/wipe-pictures";
import { sweepGatedTasks } from "../sites/sweep-gated-tasks";
import { sweepSiteChecks } from "../sites/sweep-site-checks";
import { sweepHandOrders } from "../staff/sweep-hand-orders";
import { keepSuspensions } from "../standing/keep-suspensions";
import { sweepTeamInvitations } from "../team/sweep-team-invitations";
import { mailAlarms } from "../uptime/mail-alarms";
import { probeMinute } from "../uptime/probe-service";
import { endProbation } from "../workers/end-probation";
import { answerTestTasksService } from "./answer-test-tasks-service";
import { cancelUnheard } from "./cancel-unheard";
import { confirmPayService } from "./confirm-pay-service";
import { confirmSessions } from "./confirm-sessions";
import { countActiveTimeService } from "./count-active-time-service";
import { confirmAnswers, endLeases, expireTasks } from "./end-what-is-due";
import { correctSeats, readStandings, tellFigures, tellWorkers } from "./keep-floor";
import { countHoursService, sweepHoursService } from "./keep-hours";
import { sweepKeySpendService, writeKeySpendService } from "./keep-key-spend";
import { exchangeLimitsService, recordKeyUseService, sweepLimits } from "./keep-limits";
import { forgetTraces, linkAccountsService } from "./keep-links";
import { dropOldRequests, sweepRequestsService, writeRequestLog } from "./keep-request-log";
import { loadPrices } from "./load-prices";
import { makePartitions } from "./make-partitions";
import { moveRates } from "./move-rates";
import { recheckSites } from "./recheck-sites";
import { reconcileLedgerService } from "./reconcile-ledger-service";
import { returnOrphans } from "./return-orphans";
import type { Service } from "./service";
import { sweepBadTargets } from "./sweep-bad-targets";
import { topUpHoursService } from "./top-up-hours-service";
import { turnOverPackages } from "./turn-over-packages";

/** Everything that waits or sweeps, for one process: some of them remember how far they have come. */
export function createServices(): Service[] {
  return [
    endLeases,
    confirmAnswers,
    expireTasks,
    returnOrphans(),
    weighLeftOver,
    cancelUnheard,
    correctSeats,
    tellFigures,
    tellWorkers,
    readStandings,
    linkAccountsService,
    forgetTraces,
    loadPrices,
    turnOverPackages,
    moveRates,
    confirmPayService,
    issueInvoices,
    countActiveTimeService(),
    topUpHoursService,
    reconcileLedgerService,
    confirmSessions,
    sweepPasskeyChallenges,
    sweepTeamInvitations,
    makePartitions,
    exchangeLimitsService(),
    recordKeyUseService,
    writeKeySpendService,
    sweepKeySpendService,
    sweepLimits,
    deliverCallbacks,
    sweepCallbacks,
    forgetSubmissions,
    deliverMail,
    sweepMail,
    sweepNotices,
    carryOutVerdicts,
    keepSuspensions,
    keepImageBlocks,
    keepKindSwitches,
    keepImpersonations,
    sweepImpersonations,
    probeMinute,
    mailAlarms,
    sweepImageBlocks,
    keepSkillChanges,
    estimateSkills,
    keepGold,
    keepPace,
    endProbation,
    proposeGold,
    sampleFirstTasks,
    sweepHandOrders,
    sweepTickets,
    recheckSites,
    sweepBadTargets,
    sweepGatedTasks,
    sweepSiteChecks,
    sweepOptOuts,
    wipePictures,
    makeExports,
    deleteAccounts,
    sweepExports,
    writeRequestLog,
    dropOldRequests,
    sweepRequestsService,
    watchDeposits,
    alertLowBalances,
    confirmPayouts,
    openPayoutChecksAhead(),
    answerTestTasksService,
    countHoursService,
    sweepHoursService,
  ];
}
