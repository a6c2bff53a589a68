import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { CrowdForm } from "./crowd-form";
import { crowdSettingsQuery } from "./queries";

/** Who solves this customer's tasks: workers, or they themselves in their sandbox. */
export function ChooseCrowd() {
  const { t } = useTranslation("crowd");
  const { data, error, refetch } = useQuery({ ...crowdSettingsQuery, refetchOnWindowFocus: false });
  return (
    <Section title={t("settings.title")} lead={t("settings.lead")}>
      {data ? (
        <CrowdForm saved={data} />
      ) : error ? (
        <LoadError title={t("settings.failed")} error={error} onRetry={refetch} />
      ) : (
        <LoadingBlock />
      )}
    </Section>
  );
}
