// Reads the report of the bundled packages as policy staff would, from the file and without any network:
//   node report.mjs report.html folder-for-screenshots
// One line a check; the last line counts them. $CHROMIUM names another browser than /usr/bin/chromium.

import { mkdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { check, count, expect, launch, same } from "./checks.mjs";

const [file, shots] = process.argv.slice(2);
if (!file || !shots) {
  console.error("usage: node report.mjs <report> <folder for screenshots>");
  process.exit(2);
}
const address = pathToFileURL(resolve(file)).href;
const desktop = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };
const paper = { width: 680, height: 1000 };
const day = 86_400_000;

/** Opens the report; whatever else it asks for is refused and noted, and so are its errors. */
async function open(browser, viewport, options = {}) {
  const context = await browser.newContext({ viewport, locale: "zh-CN", serviceWorkers: "block", ...options });
  const asked = [];
  const errors = [];
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url === address) {
      return route.continue();
    }
    asked.push(url);
    return route.abort();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("request", (request) => request.url().split("#")[0] !== address && asked.push(request.url()));
  page.on("websocket", (socket) => asked.push(socket.url()));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
  await page.goto(address);
  return { page, asked, errors };
}

/** Elements that stand out of the page to the right, other than in boxes that scroll by themselves. */
async function overflow(page) {
  const wide = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const scrolls = (element) => {
      for (let each = element.parentElement; each; each = each.parentElement) {
        if (["auto", "scroll", "hidden"].includes(getComputedStyle(each).overflowX)) {
          return true;
        }
      }
      return false;
    };
    const out = [...document.body.querySelectorAll("*")].filter(
      (each) => each.checkVisibility() && each.getBoundingClientRect().right > edge + 1 && !scrolls(each),
    );
    return {
      page: document.documentElement.scrollWidth - edge,
      elements: out.slice(0, 5).map((each) => `${each.tagName} ${each.className?.baseVal ?? each.className} ${each.textContent.trim().slice(0, 20)}`),
    };
  });
  same(wide.elements.join(", "), "", "what stands out of the page");
  expect(wide.page <= 0, `the page scrolls sideways by ${wide.page} px`);
}

/** Text that lies on other text within any of the parts selected. */
async function collisions(page, selector) {
  const found = await page.evaluate((within) => {
    const clash = [];
    let count = 0;
    for (const root of document.querySelectorAll(within)) {
      const lines = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const shown = node.parentElement.checkVisibility() && node.parentElement.localName !== "title";
        if (!node.data.trim() || !shown) {
          continue;
        }
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
          if (box.width > 1 && box.height > 1) {
            lines.push({ text: node.data.trim().slice(0, 16), node, box });
          }
        }
      }
      for (let i = 0; i < lines.length; i++) {
        for (let j = i + 1; j < lines.length && clash.length < 5; j++) {
          const a = lines[i].box;
          const b = lines[j].box;
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          // The boxes of neighbouring lines touch; only a good part of a line means that letters do.
          if (lines[i].node !== lines[j].node && across > 2 && down > 0.45 * Math.min(a.height, b.height)) {
            clash.push(`“${lines[i].text}” and “${lines[j].text}”`);
          }
        }
      }
      count += lines.length;
    }
    return { clash, lines: count };
  }, selector);
  same(found.clash.join(", "), "", `text on other text in ${selector}`);
  expect(found.lines > 0, `no text in ${selector}`);
  return `${found.lines} lines of text`;
}

/** Colours of an element's picture, as {count, share} of the pixels that differ from its most frequent colour. */
async function picture(page, locator, path) {
  const image = await locator.screenshot({ path });
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const pixels = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const tally = new Map();
    for (let i = 0; i < pixels.data.length; i += 4) {
      const colour = (pixels.data[i] << 16) | (pixels.data[i + 1] << 8) | pixels.data[i + 2];
      tally.set(colour, (tally.get(colour) ?? 0) + 1);
    }
    const all = pixels.width * pixels.height;
    const most = [...tally].sort((a, b) => b[1] - a[1]);
    return { width: pixels.width, height: pixels.height, main: most[0][0], share: most[0][1] / all, inked: 1 - most[0][1] / all };
  }, image.toString("base64"));
}

/** The bars of the time line stand where their dates are. */
async function bars(page) {
  const drawn = await page.evaluate(() => {
    const years = [...document.querySelectorAll(".years text")].map((text) => ({
      year: Number(text.textContent),
      left: text.previousElementSibling.getBoundingClientRect().left,
    }));
    const axis = document.querySelector(".years").getBoundingClientRect();
    const all = [...document.querySelectorAll(".bar")].map((bar) => {
      const box = bar.getBoundingClientRect();
      return { ...bar.dataset, left: box.left, right: box.right, height: box.height, title: bar.textContent };
    });
    return { years, all, left: axis.left, right: axis.right };
  });
  expect(drawn.all.length > 0 && drawn.years.length > 1, "nothing is drawn");
  const [first, second] = drawn.years;
  const scale = (second.left - first.left) / (Date.UTC(second.year, 0, 1) - Date.UTC(first.year, 0, 1));
  const at = (time) => drawn.left + (time - Date.UTC(first.year, 0, 1)) * scale;
  for (const bar of drawn.all) {
    const from = at(Date.parse(bar.from));
    const to = bar.to ? at(Date.parse(bar.to) + day) : drawn.right;
    const fits = Math.abs(bar.left - from) < 4 && Math.abs(bar.right - to) < 4 && bar.right - bar.left > 4 && bar.height >= 16;
    expect(fits, `${bar.title} is drawn from ${bar.left} to ${bar.right} instead of from ${from} to ${to}`);
  }
  return `${drawn.all.length} bars`;
}

/** Every cell of the matrix has a size, holds text and lies in its column. */
async function cells(page) {
  const size = await page.evaluate(() => {
    const heads = [...document.querySelectorAll(".matrix thead th")].map((head) => head.getBoundingClientRect());
    const bad = [];
    const all = [...document.querySelectorAll(".matrix tbody td")];
    for (const cell of all) {
      const box = cell.getBoundingClientRect();
      const head = heads[cell.cellIndex];
      const placed = Math.abs(box.left - head.left) < 2 && box.width > 30 && box.height > 15;
      const silent = cell.querySelector("a") === null;
      if (!placed || cell.textContent.trim() === "" || (silent && cell.textContent.trim() !== "文件未规定")) {
        bad.push(cell.textContent.trim().slice(0, 20));
      }
    }
    return { all: all.length, bad, columns: heads.length };
  });
  same(size.bad.join(", "), "", "cells that cannot be read");
  expect(size.all > 0 && size.all % (size.columns - 1) === 0, `${size.all} cells for ${size.columns} columns`);
  return `${size.all} cells`;
}

mkdirSync(shots, { recursive: true });
const browser = await launch();
try {
  const { page, asked, errors } = await open(browser, desktop);
  const clauses = page.locator("details.clause");
  const total = await clauses.count();
  const shot = (name) => page.screenshot({ path: join(shots, `${name}.png`) });

  await check("the report opens and names its packages", async () => {
    same(await page.title(), "落户规则包报告", "the title");
    same(await page.locator("html").getAttribute("lang"), "zh-CN", "the language");
    const packages = await page.locator(".package").count();
    same(await page.locator(".overview tbody tr").count(), packages, "the number of packages in the overview");
    expect(packages > 0 && total > 0, "the report is empty");
    await shot("desktop-overview");
    return `${packages} packages, ${total} pathways and restrictions`;
  });

  await check("headings go down one level at a time", async () => {
    const jumps = await page.evaluate(() => {
      const levels = [...document.querySelectorAll("main h1, main h2, main h3, main h4, main h5, main h6")];
      return levels
        .filter((each, i) => i > 0 && Number(each.localName[1]) > Number(levels[i - 1].localName[1]) + 1)
        .map((each) => each.textContent.trim());
    });
    same(jumps.join(", "), "", "headings that skip a level");
  });

  await check("every link leads to something, and no two things have one name", async () => {
    const found = await page.evaluate(() => {
      const names = [...document.querySelectorAll("[id]")].map((each) => each.id);
      const links = [...document.querySelectorAll("a")].map((each) => each.getAttribute("href"));
      return {
        links: links.length,
        dangling: links.filter((each) => !each.startsWith("#") || !document.getElementById(each.slice(1))),
        twice: names.filter((each, i) => names.indexOf(each) !== i),
      };
    });
    same(found.dangling.join(" "), "", "links that lead nowhere");
    same(found.twice.join(" "), "", "names given twice");
    return `${found.links} links`;
  });

  await check("text can be told from its background (WCAG AA)", async () => {
    await page.locator("#expand").click();
    const faint = await page.evaluate(() => {
      const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
      const rgba = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return canvas.getImageData(0, 0, 1, 1).data;
      };
      const seen = new Map();
      const luminance = (colour) => {
        if (!seen.has(colour)) {
          const [r, g, b] = [...rgba(colour)].map((each) => {
            const part = each / 255;
            return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
          });
          seen.set(colour, 0.2126 * r + 0.7152 * g + 0.0722 * b);
        }
        return seen.get(colour);
      };
      const behind = (element) => {
        for (let each = element; each; each = each.parentElement) {
          const colour = getComputedStyle(each).backgroundColor;
          if (colour !== "rgba(0, 0, 0, 0)") {
            return colour;
          }
        }
        return "#fff";
      };
      const bad = new Set();
      for (const element of document.querySelectorAll("body *")) {
        const speaks = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (speaks && !["script", "title"].includes(element.localName) && element.checkVisibility()) {
          const svg = element.namespaceURI.endsWith("svg");
          const pair = [luminance(getComputedStyle(element)[svg ? "fill" : "color"]), luminance(behind(element))];
          const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
          if (ratio < 4.5) {
            bad.add(`${element.localName}.${element.className} ${ratio.toFixed(2)}`);
          }
        }
      }
      return [...bad];
    });
    await page.locator("#collapse").click();
    same(faint.join(", "), "", "text too faint");
  });

  await check("the bars of the time line stand where their dates are", async () => {
    const { inked } = await picture(page, page.locator(".lines"), join(shots, "desktop-timeline.png"));
    expect(inked > 0.05, `the time line is ${(100 * inked).toFixed(1)} % drawn`);
    return bars(page);
  });

  await check("a bar is filled with its colour", async () => {
    const bar = page.locator(".bar:not(.inferred)").first();
    const { main, share } = await picture(page, bar, join(shots, "desktop-bar.png"));
    same(`#${main.toString(16).padStart(6, "0")}`, "#17456e", "the colour");
    expect(share > 0.8, `only ${(100 * share).toFixed()} % of the bar is filled`);
  });

  await check("a bar leads to its package", async () => {
    const link = page.locator(".strip a").first();
    const target = (await link.getAttribute("href")).slice(1);
    await link.locator(".bar").click();
    await expectAtTop(page, target);
    return target;
  });

  await check("the contents lead to every part", async () => {
    const links = page.locator(".contents a");
    for (let i = 0; i < (await links.count()); i++) {
      const target = (await links.nth(i).getAttribute("href")).slice(1);
      await links.nth(i).click();
      await expectAtTop(page, target);
    }
    return `${await links.count()} links`;
  });

  await check("the cells of the matrix can be read", async () => {
    await page.locator("#matrix").screenshot({ path: join(shots, "desktop-matrix.png") });
    return cells(page);
  });

  await check("a cell of the matrix unfolds its pathway, beside whose quote stand the rules", async () => {
    const link = page.locator(".matrix td a").first();
    const target = page.locator(`[id="${(await link.getAttribute("href")).slice(1)}"]`);
    same(await target.evaluate((each) => each.open), false, "whether it is unfolded before");
    await link.click();
    await page.waitForFunction((each) => each.open, await target.elementHandle());
    const quote = await target.locator("blockquote").boundingBox();
    const rule = await target.locator("pre").first().boundingBox();
    expect(quote.width > 100 && rule.width > 200 && rule.x > quote.x + quote.width, "the rules do not stand beside the quote");
    expect((await target.locator("pre").first().innerText()).includes("rule \""), "the rule is not shown as written");
    await target.screenshot({ path: join(shots, "desktop-clause.png") });
    return target.locator("h4").first().innerText();
  });

  await check("a pathway's scenarios unfold and lead to the scenario", async () => {
    const open = page.locator("details.clause[open]").first();
    await open.locator("details.names > summary").first().click();
    const link = open.locator("details.names[open] a").first();
    const target = (await link.getAttribute("href")).slice(1);
    const name = await link.innerText();
    await link.click();
    await expectAtTop(page, target);
    const scenario = page.locator(`[id="${target}"]`);
    expect((await scenario.innerText()).includes(name), "another scenario is shown");
    expect(/\/scenarios\/[^/]+\.yaml:\d+/.test(await scenario.innerText()), "file and line are not named");
    await shot("desktop-scenario");
    return name;
  });

  await check("a ruling is linked from the pathway that leans on it, and back", async () => {
    const clause = page.locator("details.clause:has(a.ruling)").first();
    const back = await clause.getAttribute("id");
    await clause.locator("summary").first().click();
    const link = clause.locator("a.ruling").first();
    const target = (await link.getAttribute("href")).slice(1);
    await link.click();
    await expectAtTop(page, target);
    await page.locator("#collapse").click();
    await page.locator(`[id="${target}"] .used a[href="#${back}"]`).click();
    await expectAtTop(page, back);
    same(await page.locator(`[id="${back}"]`).evaluate((each) => each.open), true, "whether the pathway is unfolded");
    return target;
  });

  await check("coverage is shown for every rule", async () => {
    const rules = await page.locator(".rule").count();
    const without = await page.locator(".rule:not(:has(.coverage))").count();
    same(without, 0, "the number of rules without coverage");
    return `${rules} rules`;
  });

  await check("the filter by city leaves that city alone", async () => {
    const city = await page.locator("#filter-city option").nth(1).getAttribute("value");
    await page.locator("#filter-city").selectOption(city);
    const left = await page.locator(".package:visible").evaluateAll((all) => all.map((each) => each.dataset.city));
    expect(left.length > 0 && left.every((each) => each === city), `left: ${left.join(", ")}`);
    same(await page.locator(".matrix thead th:visible").count(), 2, "the number of columns of the matrix");
    await page.locator("#filter-city").selectOption("");
    return `${left.length} packages of ${city}`;
  });

  await check("the filter by words leaves what has them, and a link to the rest takes it away", async () => {
    await page.locator("#filter-text").fill("租赁住房");
    const left = await page.locator("details.clause:visible").evaluateAll((all) => all.map((each) => each.querySelector(".beside").textContent));
    expect(left.length > 0 && left.length < total, `${left.length} of ${total} pathways left`);
    expect(left.every((each) => each.includes("租赁住房")), "a pathway without the words is left");
    same(await page.locator("#filter-count").innerText(), `显示 ${left.length} 条途径和限制，共 ${total} 条`, "the count");
    await shot("desktop-filter");
    await page.locator("#filter-text").fill("没有一处写着这几个字");
    same(await page.locator(".package:visible").count(), 0, "the number of packages left");
    const link = page.locator(".contents a[href^='#package.']").last();
    const target = (await link.getAttribute("href")).slice(1);
    await link.click();
    await expectAtTop(page, target); // the page takes the filter away only when it hears of the new address
    same(await page.locator("details.clause:visible").count(), total, "the number of pathways after the link");
    same(await page.locator("#filter-text").inputValue(), "", "the words after the link");
    return `${left.length} pathways`;
  });

  await check("everything unfolds and folds", async () => {
    await page.locator("#expand").click();
    same(await page.locator("main details:not([open])").count(), 0, "the number of folded parts");
    await overflow(page);
    await page.locator("#collapse").click();
    same(await page.locator("main details[open]").count(), 0, "the number of unfolded parts");
  });

  await check("on paper everything is unfolded, without navigation, and fits", async () => {
    const { page: print, asked: wanted, errors: raised } = await open(browser, paper);
    await print.emulateMedia({ media: "print" });
    same(await print.locator(".contents:visible, .controls:visible, .jump:visible").count(), 0, "the number of navigations");
    const parts = print.locator(".clause pre, .clause blockquote, .coverage table, .passing .scenarios");
    const hidden = await parts.evaluateAll(
      (all) => all.filter((each) => !each.checkVisibility({ contentVisibilityAuto: true }) || each.getBoundingClientRect().height < 10).length,
    );
    same(hidden, 0, "the number of parts that are not printed");
    await overflow(print);
    await bars(print);
    await cells(print);
    await collisions(print, ".lines, .wide, .clause, .sign-off");
    await print.locator("#matrix").screenshot({ path: join(shots, "print-matrix.png") });
    await print.locator(".clause").first().screenshot({ path: join(shots, "print-clause.png") });
    const pdf = join(shots, "report.pdf");
    await print.pdf({ path: pdf, preferCSSPageSize: true, printBackground: false });
    expect(statSync(pdf).size > 100_000, "the PDF is all but empty");
    asked.push(...wanted);
    errors.push(...raised);
    return `${await parts.count()} parts, ${Math.round(statSync(pdf).size / 1024)} KiB of PDF`;
  });

  for (const [name, viewport] of Object.entries({ desktop, phone })) {
    await check(`nothing overlaps or stands out, folded and unfolded: ${name}`, async () => {
      await page.setViewportSize(viewport);
      await overflow(page);
      await collisions(page, ".cover, .contents, .controls, .lines, .wide, .clause > summary, .package > .head");
      await page.locator("#expand").click();
      await overflow(page);
      const lines = await collisions(page, ".clause, .rulings, .scenarios > li, .sign-off");
      await page.locator("#collapse").click();
      return lines;
    });
  }

  await check("on a phone time line, matrix and pathway can be read", async () => {
    await page.setViewportSize(phone);
    await bars(page);
    await cells(page);
    for (const part of ["timeline", "matrix"]) {
      await page.locator(`.contents a[href="#${part}"]`).click();
      await shot(`phone-${part}`);
    }
    const box = page.locator("#matrix .wide");
    const scrolled = await box.evaluate((each) => {
      each.scrollLeft = each.scrollWidth;
      const head = each.querySelector("tbody th").getBoundingClientRect();
      return { by: each.scrollLeft, head: head.left - each.getBoundingClientRect().left };
    });
    expect(scrolled.by > 100, "the matrix does not scroll in its box");
    expect(Math.abs(scrolled.head) < 2, "the names of the rows scroll away");
    await page.locator("details.clause > summary").first().click();
    const clause = page.locator("details.clause[open]").first();
    const quote = await clause.locator("blockquote").boundingBox();
    const rule = await clause.locator("pre").first().boundingBox();
    expect(rule.y > quote.y + quote.height && rule.width > 250, "the rules do not stand below the quote");
    await clause.screenshot({ path: join(shots, "phone-clause.png") });
  });

  await check("without script it unfolds and links all the same", async () => {
    const { page: plain } = await open(browser, phone, { javaScriptEnabled: false });
    same(await plain.locator(".controls:visible").count(), 0, "the number of controls that would do nothing");
    await plain.locator("details.clause > summary").first().click();
    await plain.locator("details.clause[open] blockquote").first().waitFor({ state: "visible" });
    await plain.locator(".matrix td a").nth(3).click();
    await plain.screenshot({ path: join(shots, "phone-without-script.png") });
  });

  await check("the report asks for nothing and raises no error", async () => {
    same(asked.join(" "), "", "what it asked for");
    same(errors.join(" "), "", "its errors");
  });

  await check("its policy lets no other script or style run", async () => {
    const { page: other } = await open(browser, desktop);
    const refused = other.waitForEvent("console", (message) => message.text().includes("Content Security Policy"));
    const ran = await other.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      return window.ran === true;
    });
    same(ran, false, "whether a foreign script runs");
    await refused;
  });
} catch (error) {
  await check("the report can be read at all", () => Promise.reject(error));
} finally {
  await browser.close();
}
count();

/** Waits until the thing of that name is what the reader sees first, below the bar of controls. */
async function expectAtTop(page, id) {
  const place = await page
    .waitForFunction((name) => {
      const target = document.getElementById(name);
      const { top, height } = target.getBoundingClientRect();
      const end = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
      return location.hash === `#${name}` && height > 0 && top >= -1 && (top < 120 || end) && top < innerHeight;
    }, id, { timeout: 5_000 })
    .catch(() => null);
  expect(place, `${id} is not in view`);
}
