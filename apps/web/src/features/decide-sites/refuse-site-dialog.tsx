import type { StaffSiteRow } from "@sightline/contract/sites";
import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { decideSiteMutation } from "./queries";

const refusalSchema = z.object({ reason: z.string().trim().min(3, "Say why").max(500) });

export function RefuseSiteDialog({ site, onClose }: { site: StaffSiteRow; onClose: () => void }) {
  const { t } = useTranslation("staffSites");
  const toast = useToast();
  const decide = useMutation(decideSiteMutation());
  const form = useForm(refusalSchema, { reason: "" }, ({ reason }) =>
    decide.mutate(
      { id: site.id, verdict: "refuse", reason },
      {
        onSuccess: () => {
          toast({ tone: "good", text: t("refused") });
          onClose();
        },
      },
    ),
  );
  return (
    <Dialog title={t("refuseTitle", { host: site.host })} isOpen onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <p>{t("refuseBody")}</p>
        <TextField {...form.field("reason")} label={t("reason")} help={t("reasonHelp")} lines={3} autoFocus />
        <SendError title={t("decideFailed")} error={decide.error} />
        <Actions>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="danger" isPending={decide.isPending}>
            {t("refuseOf", { host: site.host })}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
