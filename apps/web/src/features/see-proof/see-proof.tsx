import type { LedgerProof } from "@sightline/contract/ledger";
import { Badge } from "@sightline/ui/badge";
import { Notice } from "@sightline/ui/notice";
import { RelativeTime } from "@sightline/ui/relative-time";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { proofQuery } from "./queries";

/** What must hold, when it was last looked at, and the rows that do not agree. */
export function SeeProof() {
  const { t } = useTranslation("staffMoney");
  const { data, error, refetch } = useQuery(proofQuery);
  if (data === undefined) {
    return error ? (
      <LoadError title={t("proof.failed")} error={error} onRetry={refetch} />
    ) : (
      <LoadingBlock lines={4} />
    );
  }
  const agrees = data.checks.every(({ differences }) => differences.length === 0);
  const isProved = data.checks.every(({ checkedAtMs }) => checkedAtMs !== null);
  return (
    <>
      <Notice tone={!agrees ? "bad" : isProved ? "good" : "info"}>
        {t(!agrees ? "proof.wrong" : isProved ? "proof.clean" : "proof.soon")}
      </Notice>
      <ul className="flex flex-col rounded-10 border border-line bg-surface">
        {data.checks.map((check) => (
          <Check key={check.name} check={check} />
        ))}
      </ul>
    </>
  );
}

function Check({ check }: { check: LedgerProof["checks"][number] }) {
  const { t } = useTranslation("staffMoney");
  const { says, checkedAtMs, differences } = check;
  return (
    <li className="flex flex-col gap-2 border-t border-line px-4 py-3 first:border-t-0">
      <div className="flex flex-col justify-between gap-2 sm:flex-row">
        <span className="font-medium">{says}</span>
        <span className="flex shrink-0 items-center gap-3 text-13 text-text-quiet">
          {checkedAtMs !== null && <RelativeTime timeMs={checkedAtMs} focusable />}
          {checkedAtMs === null ? (
            <Badge tone="neutral">{t("proof.notYet")}</Badge>
          ) : differences.length === 0 ? (
            <Badge tone="good">{t("proof.holds")}</Badge>
          ) : (
            <Badge tone="bad">{t("proof.differs")}</Badge>
          )}
        </span>
      </div>
      {differences.length > 0 && (
        <table aria-label={t("proof.rows")} className="text-start text-13">
          <thead>
            <tr>
              <th className="pe-6 font-medium">{t("proof.subject")}</th>
              <th className="font-medium">{t("proof.difference")}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ subject, difference }) => (
              <tr key={subject}>
                <td className="pe-6 font-mono break-all">{subject}</td>
                <td className="font-mono tabular">{difference}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  );
}
