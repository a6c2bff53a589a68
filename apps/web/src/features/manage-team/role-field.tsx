import { TEAM_ROLES, type TeamRole } from "@sightline/contract/team-areas";
import { ChoiceCards } from "@sightline/ui/choice-cards";
import { useTranslation } from "react-i18next";

/** One of the roles, each with what it may do. */
export function RoleField({ value, onChange }: { value: TeamRole; onChange: (role: TeamRole) => void }) {
  const { t } = useTranslation("team");
  return (
    <ChoiceCards
      name="role"
      label={t("role")}
      value={value}
      onChange={onChange}
      choices={TEAM_ROLES.map((role) => ({
        value: role,
        title: t(`roleNames.${role}`),
        note: t(`roleNotes.${role}`),
      }))}
    />
  );
}
