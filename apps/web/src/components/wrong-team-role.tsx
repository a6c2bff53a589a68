import { TEAM_AREAS, type TeamArea } from "@sightline/contract/team-areas";
import { PageShell } from "@sightline/ui/page-shell";
import { ButtonLink } from "@sightline/ui/text-link";
import { useTranslation } from "react-i18next";
import { BRAND } from "../lib/brand";
import { useMe } from "../lib/me";

/** In place of a page that is not for this member of the account's team: whose it is, and who could change that. */
export function WrongTeamRole({ area }: { area: TeamArea }) {
  const { t } = useTranslation();
  const { email, teamRole } = useMe();
  const roles = TEAM_AREAS[area].map((role) => t(`teamRoles.${role}`)).join(", ");
  return (
    <PageShell title={t("wrongTeamRole.title")} brand={BRAND} width="text">
      <p className="text-text-quiet">
        {t("wrongTeamRole.body", { email, role: t(`teamRoles.${teamRole}`), roles })}
      </p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href="/app" tone="primary">
          {t("wrongTeamRole.home")}
        </ButtonLink>
        <ButtonLink href="/app/team">{t("wrongTeamRole.team")}</ButtonLink>
      </div>
    </PageShell>
  );
}
