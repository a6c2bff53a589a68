import type { CustomerPackages } from "@sightline/contract/packages";
import { CheckField } from "@sightline/ui/check-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { packageOptionsMutation } from "./queries";

/** Each switch is saved as it is thrown. */
export function PackageOptions({ packages }: { packages: CustomerPackages }) {
  const { t } = useTranslation("money");
  const toast = useToast();
  const save = useMutation(packageOptionsMutation());
  const thrown = save.isPending ? save.variables : undefined;
  const current = packages.purchases.filter(({ state }) => state === "running" || state === "waiting");
  const set = (options: { renew?: boolean; overflow?: boolean }) =>
    save.mutate(options, { onSuccess: () => toast({ tone: "good", text: t("packages.saved") }) });
  return (
    <div className="flex flex-col gap-3">
      <CheckField
        name="overflow"
        checked={thrown?.overflow ?? packages.overflow}
        onChange={(overflow) => set({ overflow })}
      >
        {t("packages.overflow")}
      </CheckField>
      {current.length > 0 && (
        <CheckField
          name="renew"
          checked={thrown?.renew ?? current.some(({ renew }) => renew)}
          onChange={(renew) => set({ renew })}
        >
          {t("packages.renewRunning")}
        </CheckField>
      )}
      <SendError title={t("packages.saveFailed")} error={save.error} />
    </div>
  );
}
