import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { directionOf, joinsLetters } from "./text-direction";
import { isComposing } from "./use-work-keys";

export interface AnswerFieldProps {
  /** Where the keys of the person go; the field while it is there. */
  focus: RefObject<HTMLElement | null>;
  placeholder: string;
  /** The language that the customer asks for. */
  lang: string | undefined;
  text: string;
  /** The text belongs to a picture that has gone: it is selected, so that the next key replaces it. */
  old: boolean;
  invalid: boolean;
  describedBy: string;
  onType: (text: string) => void;
  /** `pressedAtMs`: the time of the key, on the page's own time line. */
  onSend: (pressedAtMs: number) => void;
}

const LENGTH_MAX = 1_000;
// Nothing may correct, capitalise, complete or remember what somebody else's picture says.
const LEFT_ALONE = {
  autoComplete: "off",
  autoCorrect: "off",
  autoCapitalize: "none",
  spellCheck: false,
  "data-1p-ignore": "",
  "data-lpignore": "true",
  "data-bwignore": "",
  "data-protonpass-ignore": "true",
  "data-form-type": "other",
} as const;

/**
 * The one field of the screen. It is there from the start, is never replaced while tasks are answered by typing, and
 * has focus whenever the page has it.
 */
export function AnswerField(props: AnswerFieldProps) {
  const { focus, text, old, invalid, placeholder, lang, describedBy, onType, onSend } = props;
  const field = useRef<HTMLInputElement>(null);
  const { t } = useTranslation("work");
  useLayoutEffect(() => {
    const mine = field.current;
    focus.current = mine;
    mine?.focus({ preventScroll: true });
    return () => {
      if (focus.current === mine) focus.current = null;
    };
  }, [focus]);
  useLayoutEffect(() => {
    if (old && document.activeElement === field.current) field.current?.select();
  }, [old]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { altKey, ctrlKey, metaKey } = event;
    if (event.key !== "Enter" || isComposing(event.nativeEvent) || altKey || ctrlKey || metaKey) return;
    event.preventDefault();
    if (!event.repeat) onSend(event.timeStamp);
  };

  return (
    <div className="relative w-full">
      <input
        {...LEFT_ALONE}
        ref={field}
        type="text"
        name="sightline-answer"
        dir={directionOf(text, lang)}
        lang={lang}
        enterKeyHint="send"
        maxLength={LENGTH_MAX}
        aria-label={t("field.label")}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        placeholder={placeholder}
        value={text}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
        className={`h-14 w-full rounded-10 bg-surface px-4 text-24 ring-1 ring-inset ring-line-control placeholder:font-sans placeholder:text-16 placeholder:leading-8 focus-visible:outline-offset-0 aria-invalid:ring-2 aria-invalid:ring-bad pointer-coarse:pe-22 ${joinsLetters(text) ? "font-sans" : "font-mono"} ${old ? "text-text-quiet line-through decoration-1" : "text-text"}`}
      />
      <button
        type="button"
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => onSend(event.timeStamp)}
        className="absolute inset-y-1.5 end-1.5 hidden w-19 items-center justify-center rounded-6 bg-accent text-14 font-medium text-on-accent pointer-coarse:inline-flex"
      >
        {t("field.send")}
      </button>
    </div>
  );
}
