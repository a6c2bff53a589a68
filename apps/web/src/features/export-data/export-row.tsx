import type { DataExportRow } from "@sightline/contract/my-data";
import { Notice } from "@sightline/ui/notice";
import { RelativeTime } from "@sightline/ui/relative-time";
import { ButtonLink } from "@sightline/ui/text-link";
import { useTranslation } from "react-i18next";

/** One file: how far it is, or where it can be fetched. */
export function ExportRow({ row }: { row: DataExportRow }) {
  const { t } = useTranslation("myData");
  if (row.state === "failed")
    return (
      <li>
        <Notice tone="bad">{t("export.broken")}</Notice>
      </li>
    );
  if (row.state === "being_made")
    return (
      <li className="flex flex-col gap-2">
        <progress
          aria-label={t("export.progress")}
          max={row.filesAll}
          value={row.filesDone}
          className="h-2 w-full accent-accent"
        />
        <p className="tabular">{t("export.running", { ...row })}</p>
      </li>
    );
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-10 border border-line p-3">
      <span>
        {t("export.ready", { size: Math.max(1, Math.round(row.bytes / 1_000)) })}{" "}
        <RelativeTime timeMs={row.askedAtMs} />
        <span className="block text-13 text-text-quiet">
          {t("export.until", { date: new Date(row.expiresAtMs).toLocaleDateString() })}
        </span>
      </span>
      <ButtonLink href={`/my-data/${row.id}.zip`} download="sightline-data.zip">
        {t("export.download")}
      </ButtonLink>
    </li>
  );
}
