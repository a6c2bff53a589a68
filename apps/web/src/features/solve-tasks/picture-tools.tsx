import { Contrast, Maximize, SunMoon, ZoomIn, ZoomOut } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Command, CommandKeys } from "./command-keys";
import type { PictureSetting } from "./picture-setting";
import { WorkButton } from "./work-button";

export interface PictureToolsProps {
  setting: PictureSetting;
  keys: CommandKeys;
  run: (command: Command) => void;
}

/** How the picture is looked at, beside it and never over it. */
export function PictureTools({ setting, keys, run }: PictureToolsProps) {
  const { t } = useTranslation("work");
  const tools = [
    { command: "zoom_out", name: t("tools.zoomOut"), Icon: ZoomOut, disabled: setting.zoom === 1 },
    // Left out where it is narrow: there "Smaller" leads to the same.
    {
      command: "zoom_fit",
      name: t("tools.zoomFit"),
      Icon: Maximize,
      disabled: setting.zoom === 1,
      className: "max-sm:hidden",
    },
    { command: "zoom_in", name: t("tools.zoomIn"), Icon: ZoomIn, disabled: setting.zoom === 4 },
    { command: "invert", name: t("tools.invert"), Icon: SunMoon, pressed: setting.inverted },
    { command: "contrast", name: t("tools.contrast"), Icon: Contrast, pressed: setting.contrast > 0 },
  ] as const;
  return (
    <fieldset aria-label={t("tools.group")} className="flex shrink-0">
      {tools.map(({ command, Icon, ...tool }) => (
        <WorkButton
          key={command}
          {...tool}
          tone="quiet"
          size="icon"
          chord={keys[command]}
          onPress={() => run(command)}
        >
          <Icon aria-hidden className="size-4" />
        </WorkButton>
      ))}
    </fieldset>
  );
}
