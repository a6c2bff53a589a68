import type { CaseClaims, CaseView } from "@sightline/contract/moderation";
import { Facts } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { RelativeTime } from "@sightline/ui/relative-time";
import { useTranslation } from "react-i18next";
import { payoutFacts } from "./payout-facts";
import { siteFacts } from "./site-facts";

/** What is known of the case; what is claimed about it only once the server has sent it. */
export function CaseFacts({ view }: { view: CaseView }) {
  const { t } = useTranslation("moderation");
  const { task, claims } = view;
  const asked = task?.params.textinstructions ?? task?.params.question;
  return (
    <Facts
      facts={[
        { label: t("subject"), value: <span className="font-mono text-13">{view.subject}</span> },
        ...(task
          ? [
              { label: t("kind"), value: t(`taskKinds.${task.kind}`) },
              { label: t("instructions"), value: asked ?? t("noInstructions") },
            ]
          : []),
        { label: t("deadline"), value: <RelativeTime timeMs={view.deadlineMs} focusable /> },
        { label: t("held"), value: <RelativeTime timeMs={view.claimedUntilMs} focusable /> },
        ...(view.reading === null ? [] : [{ label: t("yourReading"), value: <Said text={view.reading} /> }]),
        ...(claims ? claimFacts(claims, t, task !== null) : []),
      ]}
    />
  );
}

function claimFacts(
  claims: CaseClaims,
  t: ReturnType<typeof useTranslation<"moderation">>["t"],
  hasTask: boolean,
) {
  const {
    answer,
    about,
    accountEmail,
    workerEmail,
    decidedReports,
    wrongReports,
    refunded24hMicros,
    site,
    payout,
  } = claims;
  return [
    ...(hasTask
      ? [{ label: t("answer"), value: answer === null ? t("noAnswer") : <Said text={answer} /> }]
      : []),
    { label: t(hasTask ? "customer" : "account"), value: accountEmail ?? t("nobody") },
    ...(workerEmail === null ? [] : [{ label: t("worker"), value: workerEmail }]),
    ...(hasTask
      ? [
          {
            label: t("reports"),
            value: t("reportsNote", { wrong: wrongReports, decided: decidedReports }),
          },
          { label: t("refunded"), value: <Money micros={refunded24hMicros} /> },
        ]
      : []),
    ...(site ? siteFacts(site, t) : []),
    ...(payout ? payoutFacts(payout, t) : []),
    ...Object.entries(about).map(([name, value]) => ({
      label: `${t("about")}: ${name}`,
      value: typeof value === "string" ? value : JSON.stringify(value),
    })),
  ];
}

function Said({ text }: { text: string }) {
  return <strong className="font-mono break-all">{text}</strong>;
}
