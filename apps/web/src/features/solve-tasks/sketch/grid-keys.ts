/**
 * Which key chooses which cell: digits for the first nine, then the left of the two letter rows, so that in a grid
 * of four by four the keys below each other are cells below each other. Further cells go by arrows and clicks.
 */
const CELL_KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "q", "w", "e", "a", "s", "d", "f"] as const;

export interface GridSides {
  rows: number;
  cols: number;
}

/** The key of a cell as its cap says, when it has one. Cells count from 1. */
export function keyOfCell(cell: number, { rows, cols }: GridSides): string | null {
  if (rows * cols > CELL_KEYS.length) return cell <= 9 ? String(cell) : null;
  return CELL_KEYS[cell - 1]?.toUpperCase() ?? null;
}

/** The cell that a key chooses, or null. Letters go by the key's place where it types other letters. */
export function cellOfKey({ key, code }: { key: string; code: string }, sides: GridSides): number | null {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  const name = /^[1-9]$/.test(key) ? key : (digit ?? letter);
  const cell = CELL_KEYS.findIndex((each) => name !== undefined && each === name) + 1;
  return cell > 0 && cell <= sides.rows * sides.cols && keyOfCell(cell, sides) !== null ? cell : null;
}

/** The cell that an arrow key leads to; the same at an edge, null for other keys. */
export function cellBeside(cell: number, key: string, { rows, cols }: GridSides): number | null {
  const row = Math.floor((cell - 1) / cols);
  const col = (cell - 1) % cols;
  switch (key) {
    case "ArrowLeft":
      return col > 0 ? cell - 1 : cell;
    case "ArrowRight":
      return col < cols - 1 ? cell + 1 : cell;
    case "ArrowUp":
      return row > 0 ? cell - cols : cell;
    case "ArrowDown":
      return row < rows - 1 ? cell + cols : cell;
    default:
      return null;
  }
}
