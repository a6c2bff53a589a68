import { isJsonObject } from "../wire/parse-json-object";
import { JsonRefusal } from "./json-refusal";

/**
 * The properties of a JSON object as clients write them: a number or its digits, true or 1, and null, an empty text
 * or the word `undefined` for what is not given (protocol.md, rule 5).
 */
export class JsonFields {
  constructor(private readonly values: Record<string, unknown>) {}

  /**
   * A property that takes one value, as text; undefined when it is absent or null, empty text when it is that.
   * Throws a JsonRefusal that names it, for a list or an object, and for a NUL or half a surrogate pair, which
   * neither the database nor UTF-8 could hold.
   */
  scalar(name: string): string | undefined {
    const value = Object.hasOwn(this.values, name) ? this.values[name] : null;
    switch (typeof value) {
      case "string":
        if (value.includes("\0") || !value.isWellFormed())
          throw new JsonRefusal("ERROR_BAD_PARAMETERS", `${name} holds a NUL or half a surrogate pair.`);
        return value;
      case "boolean":
        return String(value);
      case "number":
        // All digits of a whole number, so that an id that is far too long is still one.
        return Number.isInteger(value) ? BigInt(value).toString() : String(value);
      default:
        if (value === null) return undefined;
        throw new JsonRefusal("ERROR_BAD_PARAMETERS", `${name} must be one value, not a list or an object.`);
    }
  }

  /** The same where an empty value says as little as none. */
  given(name: string): string | undefined {
    const value = this.scalar(name);
    return value === "" || value === "undefined" ? undefined : value;
  }

  /** A nested object, or null when the property holds none. */
  object(name: string): Record<string, unknown> | null {
    const value = Object.hasOwn(this.values, name) ? this.values[name] : null;
    return isJsonObject(value) ? value : null;
  }
}
