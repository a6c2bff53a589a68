import type { ChartProps } from "./chart";

/** The numbers behind a chart, the newest first. */
export function ChartTable({
  label,
  labelHeader,
  labels,
  series,
  format,
}: Pick<ChartProps, "labelHeader" | "labels" | "series" | "format"> & { label: string }) {
  const rows = labels.map((name, place) => ({ name, place })).reverse();
  return (
    // What scrolls must be reachable by keyboard.
    <div {...{ tabIndex: 0, role: "group", "aria-label": label }} className="max-h-60 overflow-auto">
      <table aria-label={label} className="w-full border-collapse text-start text-13">
        <thead>
          <tr>
            {[labelHeader, ...series.map(({ name }) => name)].map((header, place) => (
              <th
                key={header}
                scope="col"
                className={`sticky top-0 bg-surface py-1.5 pe-3 font-medium text-text-quiet ${place > 0 ? "text-end" : ""}`}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, place }) => (
            <tr key={name} className="border-t border-line">
              <th scope="row" className="py-1.5 pe-3 font-normal whitespace-nowrap">
                {name}
              </th>
              {series.map((each) => {
                const value = each.values[place];
                return (
                  <td key={each.name} className="py-1.5 pe-3 text-end whitespace-nowrap tabular">
                    {value === null || value === undefined ? "–" : format(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
