import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { SendError } from "../../components/send-error";
import { addText } from "../../lib/text";
import { myDataText } from "../../text/my-data";
import { ExportRow } from "./export-row";
import { askExportMutation, exportsQuery } from "./queries";

addText("myData", myDataText);

/** Everything that is kept of whoever is logged in, as a file that is made while they do something else. */
export function ExportData() {
  const { t } = useTranslation("myData");
  const { data, error, refetch } = useQuery(exportsQuery);
  const ask = useMutation(askExportMutation());
  const isRunning = data?.some(({ state }) => state === "being_made") ?? false;
  return (
    <Section title={t("export.title")} lead={t("export.lead")}>
      {data ? (
        <div className="flex max-w-xl flex-col items-start gap-4">
          <div role="status" className="w-full">
            {data.length > 0 && (
              <ul aria-label={t("export.list")} className="flex flex-col gap-3">
                {data.map((row) => (
                  <ExportRow key={row.id} row={row} />
                ))}
              </ul>
            )}
          </div>
          {ask.data?.outcome === "too_many" && (
            <Notice tone="wait" urgent>
              {t("export.tooMany", { count: Math.ceil(ask.data.retryAfterSeconds / 3_600) })}
            </Notice>
          )}
          <SendError title={t("export.failed")} error={ask.error} />
          <Button isDisabled={isRunning} isPending={ask.isPending} onPress={() => ask.mutate()}>
            {t("export.ask")}
          </Button>
        </div>
      ) : error ? (
        <LoadError title={t("export.loadFailed")} error={error} onRetry={refetch} />
      ) : (
        <LoadingBlock />
      )}
    </Section>
  );
}
