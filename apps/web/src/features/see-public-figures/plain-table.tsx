import type { ReactNode } from "react";

/** A small table to read: the first column names its row, the others are numbers. It scrolls within itself. */
export function PlainTable({
  label,
  headers,
  rows,
}: {
  label: string;
  headers: string[];
  rows: { name: string; cells: ReactNode[] }[];
}) {
  return (
    // What scrolls must be reachable by keyboard.
    <div
      {...{ tabIndex: 0, role: "group", "aria-label": label }}
      className="overflow-x-auto rounded-10 border border-line bg-surface"
    >
      <table aria-label={label} className="w-full border-collapse text-start">
        <thead>
          <tr>
            {headers.map((header, place) => (
              <th
                key={header}
                scope="col"
                className={`px-1.5 py-2.5 text-12 font-medium text-text-quiet sm:px-4 sm:text-13 ${place > 0 ? "text-end last:pe-3" : "ps-3"}`}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name} className="border-t border-line">
              <th
                scope="row"
                className="px-1.5 py-2 ps-3 text-13 font-medium whitespace-nowrap sm:px-4 sm:text-14"
              >
                {name}
              </th>
              {cells.map((cell, place) => (
                <td
                  key={headers[place + 1]}
                  className="px-1.5 py-2 text-end text-13 whitespace-nowrap tabular last:pe-3 sm:px-4 sm:text-14"
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
