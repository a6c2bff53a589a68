import { Button } from "@sightline/ui/button";
import { downloadCsv } from "@sightline/ui/download-csv";
import { Notice } from "@sightline/ui/notice";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { readForExport, type StaffActsWanted, verifyQuery } from "./queries";
import { exportColumns } from "./staff-act-columns";

/** Asks the server to compute the chain anew, and takes the acts along in a file. */
export function VerifyChain({ wanted }: { wanted: StaffActsWanted }) {
  const { t } = useTranslation("staffAudit");
  const { data, error, isFetching, refetch } = useQuery(verifyQuery);
  const exported = useMutation({
    mutationFn: readForExport,
    onSuccess: (rows) => downloadCsv("staff-acts", exportColumns(t), rows),
  });
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        <Button isPending={isFetching} onPress={() => void refetch()}>
          {t("verify")}
        </Button>
        <Button isPending={exported.isPending} onPress={() => exported.mutate(wanted)}>
          {t("exportAll")}
        </Button>
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
            <ul className="mt-1 list-disc pl-5">
              {data.faults.map(({ id, fault }) => (
                <li key={`${fault}${id}`}>{t(`faultOf.${fault}`, { id })}</li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
      <SendError title={t("verifyFailed")} error={error} />
      <SendError title={t("exportFailed")} error={exported.error} />
    </div>
  );
}
