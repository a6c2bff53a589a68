import type { TeamMemberRow } from "@sightline/contract/team";
import { EmptyState } from "@sightline/ui/empty-state";
import { Notice } from "@sightline/ui/notice";
import { Section } from "@sightline/ui/section";
import { Table } from "@sightline/ui/table";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { useMe } from "../../lib/me";
import { useTeamMay } from "../../lib/team";
import { memberColumns } from "./member-columns";
import { teamQuery } from "./queries";
import { RemoveMemberDialog } from "./remove-member-dialog";

// Forms bring the schemas along, which reading a page does not need.
const ChangeRoleDialog = lazy(async () => ({
  default: (await import("./change-role-dialog")).ChangeRoleDialog,
}));
const LeaveDialog = lazy(async () => ({ default: (await import("./leave-dialog")).LeaveDialog }));

const memberId = (row: TeamMemberRow) => row.userId;
type Open = { dialog: "change" | "remove"; row: TeamMemberRow } | { dialog: "leave" };

/** Who may use this account, and as what. Owners change that; whoever is not the last owner may go. */
export function TeamMembers() {
  const { t } = useTranslation("team");
  const { teamRole, viewing } = useMe();
  const mayChange = useTeamMay("team_change") && viewing === undefined;
  const { data, error, refetch } = useQuery(teamQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const members = data?.members;
  const mayLeave =
    viewing === undefined && (members?.some(({ you, role }) => !you && role === "owner") ?? false);
  const columns = useMemo(
    () =>
      memberColumns(t, {
        onChange: mayChange ? (row) => setOpen({ dialog: "change", row }) : null,
        onRemove: mayChange ? (row) => setOpen({ dialog: "remove", row }) : null,
        onLeave: mayLeave ? () => setOpen({ dialog: "leave" }) : null,
      }),
    [t, mayChange, mayLeave],
  );
  const close = () => setOpen(null);
  return (
    <Section title={t("members")}>
      {!mayChange && viewing === undefined && (
        <Notice tone="info">{t("onlyOwners", { role: t(`roleNames.${teamRole}`).toLowerCase() })}</Notice>
      )}
      <Table
        id="team"
        label={t("members")}
        columns={columns}
        rows={members}
        rowId={memberId}
        error={
          members === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />
        }
        tools={false}
        empty={<EmptyState title={t("alone")} />}
      />
      {members?.length === 1 && mayChange && <EmptyState title={t("alone")}>{t("aloneBody")}</EmptyState>}
      {open?.dialog === "remove" && <RemoveMemberDialog member={open.row} onClose={close} />}
      <Suspense>
        {open?.dialog === "change" && <ChangeRoleDialog member={open.row} onClose={close} />}
        {open?.dialog === "leave" && <LeaveDialog onClose={close} />}
      </Suspense>
    </Section>
  );
}
