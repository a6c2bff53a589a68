import type { TeamMemberRow } from "@sightline/contract/team";
import { Badge } from "@sightline/ui/badge";
import { Button } from "@sightline/ui/button";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";

export interface MemberActs {
  /** Null for who may not. */
  onChange: ((row: TeamMemberRow) => void) | null;
  onRemove: ((row: TeamMemberRow) => void) | null;
  onLeave: (() => void) | null;
}

export function memberColumns(t: TFunction<"team">, acts: MemberActs): TableColumn<TeamMemberRow>[] {
  return [
    {
      id: "who",
      header: t("who"),
      cell: ({ name, email, you }) => (
        <span className="flex flex-col py-1.5">
          <span className="flex flex-wrap items-center gap-2 font-medium">
            <span className="break-words">{name}</span> {you && <Badge tone="active">{t("you")}</Badge>}
          </span>
          <span className="text-13 break-all whitespace-normal text-text-quiet">{email}</span>
        </span>
      ),
    },
    { id: "role", header: t("role"), cell: ({ role }) => t(`roleNames.${role}`) },
    {
      id: "factor",
      header: t("factor"),
      from: "md",
      cell: ({ secondFactor }) =>
        secondFactor ? (
          <Badge tone="good">{t("factorOn")}</Badge>
        ) : (
          <Badge tone="neutral">{t("factorOff")}</Badge>
        ),
    },
    {
      id: "joined",
      header: t("joined"),
      from: "lg",
      cell: ({ joinedAtMs }) => <RelativeTime timeMs={joinedAtMs} />,
    },
    { id: "actions", header: t("actions"), align: "end", cell: (row) => <Acts row={row} t={t} {...acts} /> },
  ];
}

function Acts({
  row,
  t,
  onChange,
  onRemove,
  onLeave,
}: MemberActs & { row: TeamMemberRow; t: TFunction<"team"> }) {
  const { email, you } = row;
  if (you) {
    return (
      onLeave && (
        <Button size="small" onPress={onLeave}>
          {t("leave")}
        </Button>
      )
    );
  }
  return (
    <span className="flex flex-wrap justify-end gap-2 py-1.5">
      {onChange && (
        <Button size="small" aria-label={t("changeOf", { email })} onPress={() => onChange(row)}>
          {t("change")}
        </Button>
      )}
      {onRemove && (
        <Button size="small" aria-label={t("removeOf", { email })} onPress={() => onRemove(row)}>
          {t("remove")}
        </Button>
      )}
    </span>
  );
}
