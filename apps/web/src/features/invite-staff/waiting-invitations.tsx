import type { InvitationRow } from "@sightline/contract/invitations";
import { Button } from "@sightline/ui/button";
import { Section } from "@sightline/ui/section";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../components/error-words";
import { WaitingItem } from "../../components/waiting-item";
import { decideInvitationMutation, waitingInvitationsQuery } from "./queries";

/** Invitations that wait for a second admin; nothing while there are none. */
export function WaitingInvitations() {
  const { t } = useTranslation("staff");
  const { data = [] } = useQuery(waitingInvitationsQuery);
  if (data.length === 0) return null;
  return (
    <Section title={t("invite.waiting")} lead={t("invite.waitingLead")} raised>
      <ul className="flex flex-col gap-3">
        {data.map((invitation) => (
          <WaitingInvitation key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </Section>
  );
}

function WaitingInvitation({ invitation }: { invitation: InvitationRow }) {
  const { t } = useTranslation("staff");
  const toast = useToast();
  const words = useErrorWords();
  const { mutate, isPending, variables } = useMutation(decideInvitationMutation());
  const { id, email, role, reason, invitedByEmail, isMine } = invitation;
  const decide = (approve: boolean) =>
    mutate(
      { invitationId: id, approve },
      {
        onSuccess: () => toast({ tone: "good", text: t(approve ? "invite.approved" : "invite.refused") }),
        onError: (error) => toast({ tone: "bad", text: words(error) }),
      },
    );
  return (
    <WaitingItem
      actions={
        <>
          {!isMine && (
            <Button
              size="small"
              tone="primary"
              isPending={isPending && variables.approve}
              aria-label={t("invite.approveOf", { email })}
              onPress={() => decide(true)}
            >
              {t("invite.approve")}
            </Button>
          )}
          <Button
            size="small"
            isPending={isPending && !variables.approve}
            aria-label={t("invite.refuseOf", { email })}
            onPress={() => decide(false)}
          >
            {t(isMine ? "invite.takeBack" : "invite.refuse")}
          </Button>
        </>
      }
    >
      <strong className="font-medium">{email}</strong>{" "}
      {t("invite.waits", { role: t(`invite.roles.${role}`), who: invitedByEmail ?? "" })} {reason}
    </WaitingItem>
  );
}
