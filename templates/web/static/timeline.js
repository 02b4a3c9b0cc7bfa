// Makes the list of steps a slider, opens and closes all instruments, and keeps the place on the
// page from one step to the next. Without it every step is a link or a form.
"use strict";
(() => {
  const KEPT = "timeline-place";

  function slider(form) {
    const list = form.querySelector("select");
    if (!list || list.options.length < 2) return;
    const range = document.createElement("input");
    const told = document.createElement("output");
    const chosen = Math.max(list.selectedIndex, 0);
    range.type = "range";
    range.id = "tl-known-slider";
    range.min = "0";
    range.max = String(list.options.length - 1);
    range.value = String(chosen);
    told.htmlFor.add(range.id);
    const tell = () => {
      const text = list.options[Number(range.value)].text;
      told.textContent = text;
      range.setAttribute("aria-valuetext", text);
    };
    const go = () => {
      if (Number(range.value) === chosen) return;
      list.selectedIndex = Number(range.value);
      keep(range.id);
      form.requestSubmit();
    };
    let wait = 0;
    range.addEventListener("input", tell);
    // Arrow keys step quickly: the page is asked for when they rest.
    range.addEventListener("change", () => { clearTimeout(wait); wait = setTimeout(go, 250); });
    form.querySelector("label").htmlFor = range.id;
    form.querySelector("button").hidden = true;
    list.hidden = true;
    list.after(range, told);
    tell();
  }

  function opened() {
    return [...document.querySelectorAll("details[data-act][open]")].map((one) => one.dataset.act);
  }

  function keep(focus) {
    const place = { top: scrollY, focus, opened: opened() };
    try { sessionStorage.setItem(KEPT, JSON.stringify(place)); } catch { /* private windows keep nothing */ }
  }

  function restore() {
    let place = null;
    try {
      place = JSON.parse(sessionStorage.getItem(KEPT));
      sessionStorage.removeItem(KEPT);
    } catch { /* nothing was kept */ }
    if (!place) return;
    for (const one of document.querySelectorAll("details[data-act]")) {
      one.open = place.opened.includes(one.dataset.act);
    }
    scrollTo({ top: place.top, behavior: "instant" });
    const found = place.focus && document.getElementById(place.focus);
    if (found) found.focus({ preventScroll: true });
  }

  function openAll(chart, tools) {
    const all = [...chart.querySelectorAll("details[data-act]")];
    if (!all.length || !tools) return;
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain-button";
    const tell = () => {
      const open = all.some((one) => one.open);
      button.textContent = open ? chart.dataset.collapse : chart.dataset.expand;
    };
    button.addEventListener("click", () => {
      const open = !all.some((one) => one.open);
      for (const one of all) one.open = open;
      tell();
    });
    for (const one of all) one.addEventListener("toggle", tell);
    tell();
    item.append(button);
    tools.append(item);
  }

  for (const form of document.querySelectorAll("form[data-steps]")) slider(form);
  for (const link of document.querySelectorAll(".tl-steer a, .tl-tools a")) {
    if (!link.pathname.endsWith(".svg")) link.addEventListener("click", () => keep(null));
  }
  const chart = document.querySelector(".tl[data-expand]");
  if (chart) openAll(chart, document.querySelector(".tl-tools nav:last-child ul"));
  restore();
})();
