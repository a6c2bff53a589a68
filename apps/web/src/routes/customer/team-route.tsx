import type { TeamRole } from "@sightline/contract/team-areas";
import { Button } from "@sightline/ui/button";
import { PageShell } from "@sightline/ui/page-shell";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { RoleFacts } from "../../features/manage-team/role-facts";
import { TeamInvitations } from "../../features/manage-team/team-invitations";
import { TeamMembers } from "../../features/manage-team/team-members";
import { BRAND } from "../../lib/brand";
import { useMe } from "../../lib/me";
import { useTeamMay } from "../../lib/team";
import { addText } from "../../lib/text";
import { teamText } from "../../text/team";

addText("team", teamText);

// Forms bring the schemas along, which reading a page does not need.
const InviteDialog = lazy(async () => ({
  default: (await import("../../features/manage-team/invite-dialog")).InviteDialog,
}));

const NOBODY = { email: "", role: "developer" as TeamRole };

export function TeamRoute() {
  const { t } = useTranslation("team");
  const { viewing } = useMe();
  const mayChange = useTeamMay("team_change") && viewing === undefined;
  const [inviting, setInviting] = useState<typeof NOBODY | null>(null);
  return (
    <PageShell
      title={t("title")}
      lead={t("lead")}
      brand={BRAND}
      {...(mayChange && {
        primaryAction: (
          <Button tone="primary" onPress={() => setInviting(NOBODY)}>
            {t("invite")}
          </Button>
        ),
      })}
    >
      <div className="flex flex-col gap-10">
        <TeamMembers />
        <TeamInvitations onAgain={setInviting} />
        <RoleFacts />
      </div>
      {inviting && (
        <Suspense>
          <InviteDialog email={inviting.email} role={inviting.role} onClose={() => setInviting(null)} />
        </Suspense>
      )}
    </PageShell>
  );
}
