import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { browserTest } from "./browser_cases.ts";

browserTest("the browser runs the scripts of a page", async (browser) => {
  const page = await browser.newPage();
  await page.setContent("<script>answer = 6 * 7</script>");
  assertEquals(await page.evaluate("answer"), 42);
  await page.close();
});

browserTest("the browser reaches no host but this one", async (browser) => {
  const page = await browser.newPage();
  const failure = await page.goto("http://example.org/").catch(String);
  assertStringIncludes(String(failure), "ERR_NAME_NOT_RESOLVED");
  await page.close();
});

browserTest(
  "the browser draws Chinese characters, not boxes",
  async (browser) => {
    const page = await browser.newPage();
    const draw = async (text: string) => {
      await page.setContent(`<span style="font-size:64px">${text}</span>`);
      const picture = await page.locator("span").screenshot();
      return picture.toString("base64");
    };
    // A box is the same box for every character that no font has.
    const same = await draw("书") === await draw("环");
    assertFalse(same, "书 and 环 look the same: no font has them");
    await page.close();
  },
);
