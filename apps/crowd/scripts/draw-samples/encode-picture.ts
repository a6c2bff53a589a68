import sharp from "sharp";
import { bareFile } from "./bare-file";
import type { Raster } from "./raster";
import type { Encoding } from "./recipe";

/** The bytes of a picture whose numbers run from 0 to 1. */
export async function encodePicture(picture: Raster, encoding: Encoding): Promise<Buffer> {
  const bytes = Uint8ClampedArray.from(picture.rgb, (value) => value * 255);
  const raw = sharp(bytes, { raw: { width: picture.width, height: picture.height, channels: 3 } });
  switch (encoding.as) {
    case "jpg":
      return bareFile(await raw.jpeg({ quality: encoding.quality, chromaSubsampling: "4:2:0" }).toBuffer());
    case "png":
      return bareFile(
        await raw.png({ palette: true, colours: encoding.colours, dither: 0.5, effort: 7 }).toBuffer(),
      );
    case "gif":
      return bareFile(await raw.gif({ colours: encoding.colours, dither: 0.6, effort: 7 }).toBuffer());
  }
}
