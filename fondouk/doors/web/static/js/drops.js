// Menus made of <details>: one open at a time, closed by Escape or a click beside them.
export function watchDrops() {
  const open = () => document.querySelectorAll("details.drop[open]");
  document.addEventListener("click", (event) => {
    for (const drop of open()) if (!drop.contains(event.target)) drop.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const drop of open()) {
      drop.open = false;
      drop.querySelector("summary").focus();
    }
  });
}

// On a phone, filters open as a sheet: <button data-sheet="filters"> … <div id="filters" class="sheet">.
export function watchSheets() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-sheet]");
    if (!button) return;
    const sheet = document.getElementById(button.dataset.sheet);
    const open = sheet.classList.toggle("open");
    document.body.classList.toggle("under-sheet", open);
    button.setAttribute("aria-expanded", String(open));
    if (open) sheet.querySelector("a, button, input, select")?.focus();
  });
}
