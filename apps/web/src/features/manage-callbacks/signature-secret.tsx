import { Button } from "@sightline/ui/button";
import { CodeBlock } from "@sightline/ui/code-block";
import { Notice } from "@sightline/ui/notice";
import { formatExact } from "@sightline/ui/relative-time";
import { Section } from "@sightline/ui/section";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { rotateSecretMutation, showSecretMutation } from "./queries";

/** Shown only when it is asked for, and gone when the page is left. */
export function SignatureSecret() {
  const { t } = useTranslation("callbacks");
  const show = useMutation(showSecretMutation());
  const rotate = useMutation(rotateSecretMutation());
  const shown = rotate.data ?? show.data;
  const hide = () => {
    show.reset();
    rotate.reset();
  };
  return (
    <Section
      title={t("secret")}
      lead={t("secretLead")}
      action={
        <span className="flex flex-wrap gap-2">
          {shown ? (
            <Button onPress={hide}>{t("hideSecret")}</Button>
          ) : (
            <Button isPending={show.isPending} onPress={() => show.mutate()}>
              {t("showSecret")}
            </Button>
          )}
          <Button isPending={rotate.isPending} onPress={() => rotate.mutate()}>
            {t("rotate")}
          </Button>
        </span>
      }
    >
      <SendError title={t("actFailed")} error={show.error ?? rotate.error} />
      {shown && <CodeBlock code={shown.secret} label={t("secretCode")} copyLabel={t("copySecret")} />}
      {shown?.previousUntilMs ? (
        <Notice tone="info">{t("overlap", { time: formatExact(shown.previousUntilMs) })}</Notice>
      ) : (
        <p className="text-13 text-text-quiet">{t("rotateHelp")}</p>
      )}
    </Section>
  );
}
