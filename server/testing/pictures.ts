import sharp from "sharp";

interface PictureOptions {
  readonly width?: number;
  readonly height?: number;
}

/** A picture of noise, another one each time, so that its files are not empty. */
export const picture = ({ width = 800, height = 1000 }: PictureOptions = {}) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "white",
      noise: { type: "gaussian", mean: 128, sigma: 20 },
    },
  });

/** The file of a picture that a phone took, with where and by whom. */
export const photo = (options: PictureOptions = {}): Promise<Buffer> =>
  picture(options)
    .withExif({
      IFD0: { Artist: "Hong Gildong", Copyright: "secret-owner" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "37/1 33/1 0/1" },
    })
    .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'><secret-xmp/></x:xmpmeta>")
    .jpeg()
    .toBuffer();
