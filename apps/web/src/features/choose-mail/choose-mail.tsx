import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { addText } from "../../lib/text";
import { mailChoiceText } from "../../text/mail-choice";
import { MailForm } from "./mail-form";
import { mutedQuery } from "./queries";

addText("mailChoice", mailChoiceText);

/** Which notices are mailed to whoever is logged in. */
export function ChooseMail() {
  const { t } = useTranslation("mailChoice");
  const { data, error, refetch } = useQuery({ ...mutedQuery, refetchOnWindowFocus: false });
  return (
    <Section title={t("title")} lead={t("lead")}>
      {data ? (
        <MailForm muted={data} />
      ) : error ? (
        <LoadError title={t("failed")} error={error} onRetry={refetch} />
      ) : (
        <LoadingBlock />
      )}
    </Section>
  );
}
