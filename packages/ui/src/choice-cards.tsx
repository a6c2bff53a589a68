export interface ChoiceCardsProps<Value extends string> {
  label: string;
  name: string;
  choices: { value: Value; title: string; note: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** One of two or three that deserve a sentence each: native radio buttons, the whole card is their label. */
export function ChoiceCards<Value extends string>({
  label,
  name,
  choices,
  value,
  onChange,
}: ChoiceCardsProps<Value>) {
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-13 font-medium">{label}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex cursor-pointer items-start gap-3 rounded-10 bg-surface p-3 ring-1 ring-inset ring-line-control hover:bg-hover has-checked:bg-accent-ground has-checked:ring-2 has-checked:ring-accent"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              aria-describedby={`${name}-${choice.value}-note`}
              aria-label={choice.title}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span className="flex flex-col gap-0.5">
              <span className="font-medium">{choice.title}</span>
              <span id={`${name}-${choice.value}-note`} className="text-13 text-text-quiet">
                {choice.note}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
