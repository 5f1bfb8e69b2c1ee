// Filters, unfolds what a link leads to, and prints everything unfolded. The report can be read without it.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const city = document.getElementById("filter-city");
  const text = document.getElementById("filter-text");
  const count = document.getElementById("filter-count");
  const clauses = all("details.clause");
  // A pathway is found by its clause and rules, not by the names of all the scenarios that touch it.
  const said = (element) =>
    element.matches(".clause") ? all(":scope > summary, :scope > .beside", element).map((each) => each.textContent).join(" ") : element.textContent;
  const items = all("[data-filter]").map((element) => ({ element, words: said(element).toLowerCase() }));

  const filter = () => {
    const words = text.value.trim().toLowerCase();
    for (const element of all("[data-city]")) {
      element.hidden = city.value !== "" && element.dataset.city !== city.value;
    }
    for (const item of items) {
      item.element.hidden = !item.words.includes(words);
    }
    for (const part of all(".package")) {
      for (const section of all(":scope > section", part)) {
        const inside = all("[data-filter]", section);
        section.hidden = words !== "" && inside.every((each) => each.hidden);
      }
      part.hidden ||= words !== "" && all("[data-filter]", part).every((each) => each.hidden);
    }
    const shown = clauses.filter((each) => !each.hidden && !each.closest(".package").hidden).length;
    count.textContent = `显示 ${shown} 条途径和限制，共 ${clauses.length} 条`;
  };

  const reveal = () => {
    let name;
    try {
      name = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    const target = document.getElementById(name);
    if (!target) {
      return;
    }
    if (target.closest("[hidden]")) {
      city.value = "";
      text.value = "";
      filter();
    }
    for (let each = target; each; each = each.parentElement) {
      if (each instanceof HTMLDetailsElement) {
        each.open = true;
      }
    }
    target.scrollIntoView();
  };

  const fold = (open) => {
    for (const each of all("main details")) {
      each.open = open;
    }
  };

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    folded.forEach((each) => (each.open = true));
  });
  addEventListener("afterprint", () => folded.forEach((each) => (each.open = false)));
  addEventListener("hashchange", reveal);
  // A second click on the same link changes no hash.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) {
      reveal();
    }
  });
  city.addEventListener("change", filter);
  text.addEventListener("input", filter);
  document.getElementById("expand").addEventListener("click", () => fold(true));
  document.getElementById("collapse").addEventListener("click", () => fold(false));

  document.querySelector(".controls").hidden = false;
  filter();
  reveal();
})();
