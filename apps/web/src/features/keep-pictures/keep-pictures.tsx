import { PICTURE_HOURS } from "@sightline/contract/retention";
import { Section } from "@sightline/ui/section";
import { Select } from "@sightline/ui/select";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { SendError } from "../../components/send-error";
import { addText } from "../../lib/text";
import { retentionText } from "../../text/retention";
import { retentionQuery, setRetentionMutation } from "./queries";

addText("retention", retentionText);

const OPTIONS = PICTURE_HOURS.map((hours) => ({
  value: `${hours}` as const,
  label: retentionText.hours[hours],
}));

/** For how long this account's pictures are kept; saved with the choice. */
export function KeepPictures() {
  const { t } = useTranslation("retention");
  const toast = useToast();
  const { data, error, refetch } = useQuery(retentionQuery);
  const save = useMutation(setRetentionMutation());
  const choose = (value: `${(typeof PICTURE_HOURS)[number]}`) => {
    const pictureHours = PICTURE_HOURS.find((hours) => `${hours}` === value);
    if (pictureHours === undefined || pictureHours === data?.pictureHours) return;
    save.mutate({ pictureHours }, { onSuccess: () => toast({ tone: "good", text: t("saved") }) });
  };
  return (
    <Section title={t("title")} lead={t("lead")}>
      {data ? (
        <div className="flex max-w-xl flex-col items-start gap-4">
          <Select label={t("label")} options={OPTIONS} value={`${data.pictureHours}`} onChange={choose} />
          <SendError title={t("saveFailed")} error={save.error} />
        </div>
      ) : error ? (
        <LoadError title={t("failed")} error={error} onRetry={refetch} />
      ) : (
        <LoadingBlock />
      )}
    </Section>
  );
}
