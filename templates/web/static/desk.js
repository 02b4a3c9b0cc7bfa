// The keys of the review desk. Everything they do can be done without them: they follow links and
// move the focus, and never send a form by themselves.
"use strict";
(() => {
  const STORED = "desk-keys";
  const desk = document.querySelector("[data-desk]");
  const keys = document.querySelector("[data-keys]");
  if (!desk || !keys) return;
  const dialog = keys.querySelector("[data-keys-dialog]");
  const toggle = keys.querySelector("[data-keys-switch]");
  const rows = [...desk.querySelectorAll("[data-row] [data-open]")];

  const stored = () => {
    try { return localStorage.getItem(STORED); } catch { return null; }
  };
  let on = stored() !== "off";

  const show = () => { toggle.textContent = on ? toggle.dataset.off : toggle.dataset.on; };
  const change = () => {
    on = !on;
    try { localStorage.setItem(STORED, on ? "on" : "off"); } catch { /* it holds for this page */ }
    show();
  };

  const focus = (element) => {
    element.scrollIntoView({ block: "center" });
    element.focus({ preventScroll: true });
  };

  const step = (by) => {
    const at = rows.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by;
    if (rows[next]) focus(rows[next]);
  };

  const press = (key) => {
    if (key === "?") { if (!dialog.open) dialog.showModal(); return true; }
    if (desk.dataset.desk === "queue" && (key === "j" || key === "k")) {
      step(key === "j" ? 1 : -1);
      return true;
    }
    const target = desk.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!target) return false;
    if (target.tagName === "A") target.click(); else focus(target);
    return true;
  };

  const isTyping = (element) =>
    element.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName);

  document.addEventListener("keydown", (event) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && isTyping(event.target)) { event.target.blur(); return; }
    if (dialog.open || isTyping(event.target)) return;
    if (press(event.key)) event.preventDefault();
  });

  keys.querySelector("[data-keys-open]").addEventListener("click", () => dialog.showModal());
  keys.querySelector("[data-keys-close]").addEventListener("click", () => dialog.close());
  toggle.addEventListener("click", change);
  keys.hidden = false;
  show();
})();
