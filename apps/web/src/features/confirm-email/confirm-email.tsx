import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { ButtonLink } from "@sightline/ui/text-link";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { ShownKey } from "../../components/shown-key";
import { trpc } from "../../lib/trpc";

/** A press confirms, not the opening of the page: programs that look into mail open every link. */
export function ConfirmEmail({ token }: { token: string }) {
  const { t } = useTranslation("public");
  const confirm = useMutation(trpc.access.confirmEmail.mutationOptions());
  const { data } = confirm;
  const invalid = data?.outcome === "not_possible" || confirm.error?.data?.code === "BAD_REQUEST";

  if (data?.outcome === "confirmed") {
    return (
      <div className="flex flex-col gap-4">
        <Notice tone="good">{t("confirm.done")}</Notice>
        {data.firstApiKey !== null && <ShownKey apiKey={data.firstApiKey} />}
        <ButtonLink href="/login" tone="primary">
          {t("logIn.send")}
        </ButtonLink>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {invalid ? (
        <Notice tone="bad" urgent>
          {t("confirm.invalid")}
        </Notice>
      ) : (
        <SendError title={t("confirm.failed")} error={confirm.error} />
      )}
      <Button tone="primary" wide isPending={confirm.isPending} onPress={() => confirm.mutate({ token })}>
        {t("confirm.send")}
      </Button>
    </div>
  );
}
