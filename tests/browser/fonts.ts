/**
 * Sees to it that the browser can draw Chinese. Without a font that has the
 * characters it draws the same empty box for each of them.
 *
 * @module
 */

import { fileURLToPath } from "node:url";
import { PACKED_FOLDER } from "./places.ts";
import { unpackFile, unpackOnce } from "./unpacking.ts";

/** Lists the fonts of a Linux system, where it is. */
export const FONT_LISTER = "/usr/bin/fc-list";

/**
 * Noto Sans SC in the regular weight; browsers make a bold one of it. This
 * package has whole fonts in a format that fontconfig reads; most others are cut
 * into a hundred pieces for the web.
 */
const FONT = {
  specifier:
    "npm:@expo-google-fonts/noto-sans-sc@0.4.3/400Regular/NotoSansSC_400Regular.ttf",
  digest: "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
};

const FOLDER = fileURLToPath(
  import.meta.resolve("../../.loopbook/noto-sans-sc-0.4.3"),
);

/**
 * Brings a font where one is missing.
 *
 * @returns the variables with which the browser finds it
 */
export async function fontVariables(): Promise<Record<string, string>> {
  // Other systems come with such fonts.
  if (Deno.build.os !== "linux" || await hasChineseFont()) return {};
  await unpackOnce(FOLDER, async (draft) => {
    await unpackFile(FONT, draft, "NotoSansSC.ttf");
    await Deno.writeTextFile(`${draft}/fonts.conf`, CONFIGURATION);
  });
  return { FONTCONFIG_FILE: `${FOLDER}/fonts.conf` };
}

async function hasChineseFont(): Promise<boolean> {
  try {
    const { stdout } = await new Deno.Command(FONT_LISTER, {
      args: [":lang=zh-cn", "family"],
      stderr: "null",
    }).output();
    return stdout.length > 0;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** The system's fonts, if it has any, then those of the packages. */
const CONFIGURATION = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${PACKED_FOLDER}/fonts</dir>
  <dir>${FOLDER}</dir>
  <cachedir>${FOLDER}/cache</cachedir>
</fontconfig>
`;
