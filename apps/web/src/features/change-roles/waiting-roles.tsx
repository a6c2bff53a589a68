import type { RoleChangeRow } from "@sightline/contract/staff-accounts";
import { Button } from "@sightline/ui/button";
import { Section } from "@sightline/ui/section";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../components/error-words";
import { WaitingItem } from "../../components/waiting-item";
import { addText } from "../../lib/text";
import { staffAccountsText } from "../../text/staff-accounts";
import { decideRoleMutation, waitingRolesQuery } from "./queries";

addText("staffAccounts", staffAccountsText);

/** Changes of role that wait for a second admin; nothing while there are none. */
export function WaitingRoles() {
  const { t } = useTranslation("staffAccounts");
  const { data = [] } = useQuery(waitingRolesQuery);
  if (data.length === 0) return null;
  return (
    <Section title={t("waiting")} lead={t("waitingLead")} raised>
      <ul className="flex flex-col gap-3">
        {data.map((change) => (
          <WaitingRole key={change.id} change={change} />
        ))}
      </ul>
    </Section>
  );
}

function WaitingRole({ change }: { change: RoleChangeRow }) {
  const { t } = useTranslation("staffAccounts");
  const toast = useToast();
  const words = useErrorWords();
  const { mutate, isPending } = useMutation(decideRoleMutation());
  const who = change.email ?? String(change.accountId);
  const decide = (approve: boolean) =>
    mutate(
      { changeId: change.id, approve },
      {
        onSuccess: () => toast({ tone: "good", text: t(approve ? "approved" : "refused") }),
        onError: (error) => toast({ tone: "bad", text: words(error) }),
      },
    );
  return (
    <WaitingItem
      actions={
        <>
          {!change.isMine && (
            <Button
              size="small"
              tone="primary"
              isPending={isPending}
              aria-label={t("approveOf", { who })}
              onPress={() => decide(true)}
            >
              {t("approve")}
            </Button>
          )}
          <Button size="small" aria-label={t("refuseOf", { who })} onPress={() => decide(false)}>
            {t(change.isMine ? "takeBack" : "refuse")}
          </Button>
        </>
      }
    >
      <strong className="font-medium">{who}</strong>:{" "}
      {t("change", { from: t(change.fromRole), to: t(change.toRole) })},{" "}
      {t("askedBy", { who: change.askedByEmail ?? "" })}. {change.reason}
    </WaitingItem>
  );
}
