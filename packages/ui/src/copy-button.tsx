import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";
import { useToast } from "./toast";
import { useUiText } from "./ui-text";

const COPIED_SHOWN_MS = 2_000;

/** Copies `text`. `label` names what is copied ("Copy API key"); without `showLabel` only the icon is seen. */
export function CopyButton({
  text,
  label,
  showLabel = false,
}: {
  text: string;
  label: string;
  showLabel?: boolean;
}) {
  const words = useUiText();
  const toast = useToast();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Refused by the browser, or a page without TLS: the person can still select it.
      toast({ tone: "bad", text: words.copyFailed });
    }
  };

  const Icon = copied ? Check : Copy;
  return (
    <>
      <Button
        tone={showLabel ? "plain" : "quiet"}
        size={showLabel ? "small" : "icon"}
        onPress={() => void copy()}
        {...(showLabel ? {} : { "aria-label": label })}
      >
        <Icon aria-hidden className="size-4" />
        {showLabel && (copied ? words.copied : label)}
      </Button>
      <span role="status" className="sr-only">
        {copied ? words.copied : ""}
      </span>
    </>
  );
}
