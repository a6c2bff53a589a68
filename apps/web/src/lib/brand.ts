/** The product's name, wherever a page says it. */
export const BRAND = "Sightline";
