import { BrandMark } from "@sightline/ui/brand-mark";
import { Link } from "react-aria-components/Link";
import { BRAND } from "../lib/brand";

/** The mark and the name, leading to the start page. */
export function BrandLink() {
  return (
    <Link href="/" className="inline-flex h-10 items-center gap-2.5 rounded-6 font-semibold">
      <BrandMark />
      {BRAND}
    </Link>
  );
}
