import { Button } from "@sightline/ui/button";
import { buttonLook } from "@sightline/ui/button-look";
import { Notice } from "@sightline/ui/notice";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { exportAddress, type StaffActsWanted, verifyQuery } from "./queries";

/** Asks the server to compute the chain anew, and takes the acts along in a file. */
export function VerifyChain({ wanted }: { wanted: StaffActsWanted }) {
  const { t } = useTranslation("staffAudit");
  const { data, error, isFetching, refetch } = useQuery(verifyQuery);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        <Button isPending={isFetching} onPress={() => void refetch()}>
          {t("verify")}
        </Button>
        <a href={exportAddress(wanted)} download className={buttonLook("plain", "medium")}>
          {t("exportAll")}
        </a>
      </div>
      <div role="status" className="empty:hidden">
        {data?.faults.length === 0 && (
          <Notice tone="good">
            <p>{t("verified", { count: data.checked })}</p>
            {data.headId > 0 && (
              <p className="mt-1 text-13">
                {t("verifiedHead", { id: data.headId })}{" "}
                <code className="font-mono break-all">{data.headHash}</code>
              </p>
            )}
          </Notice>
        )}
        {data && data.faults.length > 0 && (
          <Notice tone="bad">
            <p>{t("faults")}</p>
            <ul className="mt-1 list-disc ps-5">
              {data.faults.map(({ id, fault }) => (
                <li key={`${fault}${id}`}>{t(`faultOf.${fault}`, { id })}</li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
      <SendError title={t("verifyFailed")} error={error} />
    </div>
  );
}
