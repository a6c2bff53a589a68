import { PASSKEYS_MAX, type PasskeyRow } from "@sightline/contract/passkeys";
import { Button } from "@sightline/ui/button";
import { EmptyState } from "@sightline/ui/empty-state";
import { Notice } from "@sightline/ui/notice";
import { Section } from "@sightline/ui/section";
import { Table } from "@sightline/ui/table";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { passkeysHere } from "../../lib/passkey-ceremony";
import { addText } from "../../lib/text";
import { passkeysText } from "../../text/passkeys";
import { AddPasskeyDialog } from "./add-passkey-dialog";
import { passkeyColumns } from "./passkey-columns";
import { passkeysQuery } from "./queries";
import { RemovePasskeyDialog } from "./remove-passkey-dialog";
import { RenamePasskeyDialog } from "./rename-passkey-dialog";

addText("passkeys", passkeysText);

const passkeyId = (row: PasskeyRow) => row.id;
type Open = { dialog: "add" } | { dialog: "rename" | "remove"; row: PasskeyRow };

/** The keys of one's devices that log in without a password. */
export function ManagePasskeys() {
  const { t } = useTranslation("passkeys");
  const { data, error, refetch } = useQuery(passkeysQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const here = passkeysHere();
  const isFull = data !== undefined && data.length >= PASSKEYS_MAX;
  const columns = useMemo(
    () =>
      passkeyColumns(t, {
        onRename: (row) => setOpen({ dialog: "rename", row }),
        onRemove: (row) => setOpen({ dialog: "remove", row }),
      }),
    [t],
  );
  const close = () => setOpen(null);
  return (
    <Section
      title={t("title")}
      lead={t("lead")}
      action={
        here === "possible" && !isFull ? (
          <Button onPress={() => setOpen({ dialog: "add" })}>{t("add")}</Button>
        ) : undefined
      }
    >
      {here !== "possible" && (
        <Notice tone="info">{t(`no.${here}`, { host: window.location.hostname })}</Notice>
      )}
      {isFull && <Notice tone="info">{t("full", { count: PASSKEYS_MAX })}</Notice>}
      <Table
        id="passkeys"
        label={t("label")}
        columns={columns}
        rows={data}
        rowId={passkeyId}
        error={
          data === undefined && error && <LoadError title={t("loadFailed")} error={error} onRetry={refetch} />
        }
        tools={false}
        empty={<EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>}
      />
      {open?.dialog === "add" && <AddPasskeyDialog onClose={close} />}
      {open?.dialog === "rename" && <RenamePasskeyDialog passkey={open.row} onClose={close} />}
      {open?.dialog === "remove" && <RemovePasskeyDialog passkey={open.row} onClose={close} />}
    </Section>
  );
}
