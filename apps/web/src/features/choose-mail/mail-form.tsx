import { type MutableNotice, mutableNotices, NOTICES } from "@sightline/contract/notices";
import { Button } from "@sightline/ui/button";
import { CheckField } from "@sightline/ui/check-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useMe } from "../../lib/me";
import { muteMutation } from "./queries";

/** Those that lead to this person's own pages, or to no area's. */
function concerns(role: string, name: MutableNotice): boolean {
  const { href } = NOTICES[name];
  return href === "/" || href.startsWith(role === "worker" ? "/work" : "/app");
}

export function MailForm({ muted }: { muted: readonly string[] }) {
  const { t } = useTranslation("mailChoice");
  const toast = useToast();
  const { role } = useMe();
  const save = useMutation(muteMutation());
  const names = mutableNotices.filter((name) => concerns(role, name));
  const [left, setLeft] = useState(names.filter((name) => muted.includes(name)));

  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ muted: left }, { onSuccess: () => toast({ tone: "good", text: t("saved") }) });
  };
  return (
    <form onSubmit={send} className="flex max-w-xl flex-col items-start gap-3">
      {names.map((name) => (
        <CheckField
          key={name}
          name={name}
          checked={!left.includes(name)}
          onChange={(mailed) => setLeft(mailed ? left.filter((each) => each !== name) : [...left, name])}
        >
          {t(`names.${name}`)}
        </CheckField>
      ))}
      <SendError title={t("saveFailed")} error={save.error} />
      <Button type="submit" isPending={save.isPending}>
        {t("save")}
      </Button>
    </form>
  );
}
