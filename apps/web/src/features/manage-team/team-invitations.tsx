import type { TeamInvitationRow } from "@sightline/contract/team";
import { Button } from "@sightline/ui/button";
import { EmptyState } from "@sightline/ui/empty-state";
import { RelativeTime } from "@sightline/ui/relative-time";
import { Section } from "@sightline/ui/section";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useMe } from "../../lib/me";
import { useTeamMay } from "../../lib/team";
import { cancelInvitationMutation, teamQuery } from "./queries";

const invitationId = (row: TeamInvitationRow) => row.id;

/** Who is asked into the team. Owners mail a link again, which ends the one before, or take it back. */
export function TeamInvitations({ onAgain }: { onAgain: (row: TeamInvitationRow) => void }) {
  const { t } = useTranslation("team");
  const toast = useToast();
  const { viewing } = useMe();
  const mayChange = useTeamMay("team_change") && viewing === undefined;
  const { data } = useQuery(teamQuery);
  const cancel = useMutation(cancelInvitationMutation());
  const columns = useMemo(
    () => [
      ...invitationColumns(t),
      ...(mayChange
        ? [
            actionColumn(t, {
              onAgain,
              onCancel: ({ id }) =>
                cancel.mutate({ id }, { onSuccess: () => toast({ tone: "good", text: t("cancelled") }) }),
            }),
          ]
        : []),
    ],
    // The mutation keeps its `mutate` for as long as the component lives.
    [t, mayChange, onAgain, cancel.mutate, toast],
  );
  return (
    <Section title={t("invitations")} lead={t("invitationsLead")}>
      <SendError title={t("cancelFailed")} error={cancel.error} />
      <Table
        id="team-invitations"
        label={t("invitations")}
        columns={columns}
        rows={data?.invitations}
        rowId={invitationId}
        tools={false}
        empty={<EmptyState title={t("noInvitations")} />}
      />
    </Section>
  );
}

function invitationColumns(t: TFunction<"team">): TableColumn<TeamInvitationRow>[] {
  return [
    {
      id: "email",
      header: t("email"),
      cell: ({ email }) => <span className="break-all whitespace-normal">{email}</span>,
    },
    { id: "role", header: t("role"), cell: ({ role }) => t(`roleNames.${role}`) },
    {
      id: "until",
      header: t("until"),
      from: "md",
      cell: ({ expiresAtMs }) => <RelativeTime timeMs={expiresAtMs} />,
    },
  ];
}

interface Acts {
  onAgain: (row: TeamInvitationRow) => void;
  onCancel: (row: TeamInvitationRow) => void;
}

function actionColumn(t: TFunction<"team">, { onAgain, onCancel }: Acts): TableColumn<TeamInvitationRow> {
  return {
    id: "actions",
    header: t("actions"),
    align: "end",
    cell: (row) => (
      <span className="flex flex-wrap justify-end gap-2 py-1.5">
        <Button size="small" aria-label={t("againOf", { email: row.email })} onPress={() => onAgain(row)}>
          {t("again")}
        </Button>
        <Button
          size="small"
          aria-label={t("cancelInvitationOf", { email: row.email })}
          onPress={() => onCancel(row)}
        >
          {t("cancelInvitation")}
        </Button>
      </span>
    ),
  };
}
