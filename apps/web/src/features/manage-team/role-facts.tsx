import { TEAM_ROLES } from "@sightline/contract/team-areas";
import { Facts } from "@sightline/ui/figure-row";
import { Section } from "@sightline/ui/section";
import { useTranslation } from "react-i18next";

export function RoleFacts() {
  const { t } = useTranslation("team");
  return (
    <Section title={t("rolesTitle")}>
      <Facts
        prose
        facts={TEAM_ROLES.map((role) => ({ label: t(`roleNames.${role}`), value: t(`roleNotes.${role}`) }))}
      />
    </Section>
  );
}
