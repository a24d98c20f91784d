/**
 * The pictures of the home page that the README shows.
 *
 * @module
 */

import { fileURLToPath } from "node:url";
import type { Browser } from "../../browser/browser.ts";

/** The variable that has the pictures taken anew. */
export const RENEW = "LOOPBOOK_SCREENSHOTS";

/** Colors in which the home page is shown. */
export type Colors = "light" | "dark";

/** The file of a picture. */
export function screenshotFile(colors: Colors): string {
  const name = colors === "light" ? "screenshot" : `screenshot-${colors}`;
  return fileURLToPath(
    import.meta.resolve(`../../../site/assets/${name}.png`),
  );
}

/**
 * Takes a picture of the home page, above the fold.
 *
 * @param browser the browser
 * @param address the home page's address
 * @param colors light or dark
 * @returns a PNG, sharp on screens of double resolution at a README's width
 */
export async function takeScreenshot(
  browser: Browser,
  address: string,
  colors: Colors,
): Promise<Uint8Array> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
    colorScheme: colors,
  });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "networkidle" });
  const picture = await page.screenshot();
  await context.close();
  return picture;
}

/**
 * Compares two pictures as one does at arm's length: in tiles, each of one
 * color. Browsers of different versions draw letters a little differently, but
 * not words.
 *
 * @param browser the browser, which can decode them
 * @param pictures two PNGs
 * @returns how far apart the most different tile is, from 0 to 1; 1 also when
 * the sizes differ
 */
export async function difference(
  browser: Browser,
  pictures: readonly [Uint8Array, Uint8Array],
): Promise<number> {
  const page = await browser.newPage();
  const result = await page.evaluate(
    async (sources) => {
      const [columns, rows] = [64, 40];
      const images = await Promise.all(sources.map(async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        return image;
      }));
      const [one, two] = images.map((image) => {
        // Halved step by step: a single step would skip pixels.
        let tile = document.createElement("canvas");
        tile.width = columns * 16;
        tile.height = rows * 16;
        const paper = tile.getContext("2d")!;
        paper.imageSmoothingQuality = "high";
        paper.drawImage(image, 0, 0, tile.width, tile.height);
        while (tile.width > columns) {
          const half = document.createElement("canvas");
          half.width = tile.width / 2;
          half.height = tile.height / 2;
          half.getContext("2d")!.drawImage(tile, 0, 0, half.width, half.height);
          tile = half;
        }
        return tile.getContext("2d")!.getImageData(0, 0, columns, rows).data;
      });
      const [{ width, height }, other] = images as [
        HTMLImageElement,
        HTMLImageElement,
      ];
      if (width !== other.width || height !== other.height) return 1;
      return Math.max(
        ...one!.map((value, at) => Math.abs(value - two![at]!)),
      ) / 255;
    },
    pictures.map((bytes) => `data:image/png;base64,${bytes.toBase64()}`),
  );
  await page.close();
  return result;
}
