import { Button } from "@sightline/ui/button";
import { EmptyState } from "@sightline/ui/empty-state";
import { ButtonLink } from "@sightline/ui/text-link";
import { useTranslation } from "react-i18next";
import { useTeamMay } from "../../lib/team";

export function NoTasks({ filtered, onShowAll }: { filtered: boolean; onShowAll: () => void }) {
  const { t } = useTranslation("customer");
  const maySend = useTeamMay("keys");
  return filtered ? (
    <EmptyState
      title={t("tasks.emptyFilter")}
      action={<Button onPress={onShowAll}>{t("tasks.showAll")}</Button>}
    >
      {t("tasks.emptyFilterBody")}
    </EmptyState>
  ) : (
    <EmptyState
      title={t("tasks.empty")}
      action={
        maySend && (
          <ButtonLink href="/app/keys" tone="primary">
            {t("tasks.emptyAction")}
          </ButtonLink>
        )
      }
    >
      {t("tasks.emptyBody")}
    </EmptyState>
  );
}
