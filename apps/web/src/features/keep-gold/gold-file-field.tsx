import { Button } from "@sightline/ui/button";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";

export interface GoldFileFieldProps {
  file: File | null;
  accept: string;
  error: string | undefined;
  onFile: (file: File) => void;
}

export function GoldFileField({ file, accept, error, onFile }: GoldFileFieldProps) {
  const { t } = useTranslation("gold");
  const input = useRef<HTMLInputElement>(null);
  const isPicture = file?.type.startsWith("image/") ?? false;
  const address = useMemo(() => (file && isPicture ? URL.createObjectURL(file) : null), [file, isPicture]);
  useEffect(() => () => (address === null ? undefined : URL.revokeObjectURL(address)), [address]);
  return (
    <div className="flex flex-col items-start gap-1">
      <span className="text-13 font-medium">{t("file")}</span>
      {address && (
        <img
          src={address}
          alt={t("preview")}
          className="max-h-32 max-w-full rounded-6 bg-neutral-ground object-contain"
        />
      )}
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={t("file")}
        tabIndex={-1}
        className="hidden"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) onFile(chosen);
        }}
      />
      <span className="flex items-center gap-2">
        <Button onPress={() => input.current?.click()}>{t("chooseFile")}</Button>
        <span className="text-13 break-all text-text-quiet">{file?.name ?? t("noFile")}</span>
      </span>
      <p className="text-13 text-text-quiet">{t("fileHelp")}</p>
      {error && (
        <p role="alert" className="text-13 text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
