import type { V3ScoreBand } from "@sightline/contract/reports";
import { Section } from "@sightline/ui/section";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { scoreBandsQuery } from "./queries";

const bandId = ({ score }: V3ScoreBand) => String(score);

/** Which v3 scores the customer's site takes, by what they reported. Shown once there is anything to show. */
export function ScoreBands() {
  const { t } = useTranslation("reports");
  const { data } = useQuery(scoreBandsQuery);
  if (data === undefined || data.length === 0) return null;
  return (
    <Section title={t("bands.title")} lead={t("bands.lead")}>
      <Table
        id="score-bands"
        label={t("bands.title")}
        columns={columns(t)}
        rows={data}
        rowId={bandId}
        tools={false}
        empty={null}
      />
    </Section>
  );
}

function columns(t: TFunction<"reports">): TableColumn<V3ScoreBand>[] {
  return [
    { id: "score", header: t("bands.score"), cell: ({ score }) => score.toFixed(1) },
    { id: "good", header: t("bands.good"), align: "end", cell: ({ good }) => good },
    { id: "bad", header: t("bands.bad"), align: "end", cell: ({ bad }) => bad },
    {
      id: "share",
      header: t("bands.share"),
      align: "end",
      cell: ({ good, bad }) => `${Math.round((100 * good) / (good + bad))} %`,
    },
  ];
}
